import { useSaying, useWords } from "#app/words/speech.tsx";
import type { Saying } from "#domain/words/say.ts";
import type { Note, Report } from "#server/import/report.ts";
import type { Preview } from "#server/precedents/preview.ts";

/** What was repaired or left out, object by object, with the place of each. */
export function ImportReports({ preview: { reports, more } }: { preview: Preview }) {
  const say = useWords("precedents");
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="import-reports">
      <h2 id="import-reports" className="import-heading">
        {say("reports")}
      </h2>
      <ul className="import-reports">
        {reports.map((one) => (
          <ReportEntry key={one.path} report={one} />
        ))}
      </ul>
      {more > 0 && <p className="quiet">{say("reports_more", { count: more })}</p>}
    </section>
  );
}

function ReportEntry({ report: { path, name, outcome, notes } }: { report: Report }) {
  const say = useWords("precedents");
  const isDropped = outcome === "dropped";
  return (
    <li>
      <details className="import-report" open={isDropped}>
        <summary>
          <Place path={path} />
          <span className="import-report-name" dir="auto">
            {name}
          </span>
          {isDropped && (
            <span className="tag" data-kind="red">
              {say("dropped")}
            </span>
          )}
        </summary>
        <NoteList notes={notes} within={path} />
      </details>
    </li>
  );
}

/** A row by its number, anything else as programs name it; the whole of a file needs no name. */
function Place({ path }: { path: string }) {
  const say = useWords("precedents");
  if (path === "$") return null;
  const row = /^row (\d+)$/.exec(path)?.[1];
  return row ? (
    <span className="ref">{say("row", { number: Number(row) })}</span>
  ) : (
    <span className="ref" dir="ltr">
      {path}
    </span>
  );
}

/** `within`: the place of the object, which is not said again with each note. */
export function NoteList({ notes, within = "" }: { notes: readonly Note[]; within?: string }) {
  const saying = useSaying("precedents");
  const say = useWords("precedents");
  if (notes.length === 0) return null;
  return (
    <ul className="import-notes">
      {notes.map((note) => (
        <li key={`${note.path} ${note.id}`}>
          {within.startsWith("row ") && note.field ? (
            <span>{say(`field_${note.field}`)}:</span>
          ) : (
            <Within note={note} within={within} />
          )}
          <span>
            {saying({ room: "precedents", id: note.id, ...(note.values && { values: note.values }) } as Saying)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Within({ note: { path }, within }: { note: Note; within: string }) {
  const place = path.startsWith(within) ? path.slice(within.length).replace(/^\./, "") : path;
  return place === "" || place === "$" ? null : <Place path={place} />;
}
