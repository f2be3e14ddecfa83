import { useWords, Words } from "#app/words/speech.tsx";
import type { ExportFormatId } from "#server/export/index.ts";

export type Format = { id: ExportFormatId; label: string };
type FilesProps = { release: number; formats: readonly Format[]; caseNumber: number };

/** The files of a release, each with what it is good for. */
export function ReleaseFiles({ release, formats, caseNumber }: FilesProps) {
  const say = useWords("release");
  return (
    <ul className="file-list">
      {formats.map(({ id, label }) => (
        <li key={id} className="file">
          <a className="file-link" href={`/cases/${caseNumber}/releases/${release}/${id}`} download>
            <Words
              room="release"
              id="file_of"
              values={{
                label: id === "html" ? say("format_html") : label,
                number: release,
                unseen: (inside) => <span className="unseen">{inside}</span>,
              }}
            />
          </a>
          <span className="file-purpose">{say(`purpose_${id}`)}</span>
        </li>
      ))}
    </ul>
  );
}
