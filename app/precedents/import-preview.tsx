import { Form } from "@remix-run/react";
import { ColumnChoice } from "#app/precedents/column-choice.tsx";
import { ImportReports, NoteList } from "#app/precedents/import-reports.tsx";
import { CheckWords } from "#app/precedents/precedent-entry.tsx";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Preview } from "#server/precedents/preview.ts";

/** What a file would bring, before anybody decides: how many, how they read, and what was done to them. */
export function ImportPreview({ preview, isSending }: { preview: Preview; isSending: boolean }) {
  const say = useWords("precedents");
  const { id, fileName, format, first, notes, columns } = preview;
  return (
    <div className="import-preview">
      <section className="panel import-sum" aria-labelledby="import-file">
        <h2 id="import-file" className="import-name">
          <bdi>{fileName || say("pasted")}</bdi>
        </h2>
        <p className="meta">{say(`format_${format}`)}</p>
        <Counts preview={preview} />
        <NoteList notes={notes} />
        <div className="actions">
          <Take preview={preview} isSending={isSending} />
          <Form method="post">
            <input type="hidden" name="intent" value="discard" />
            <Button type="submit">{say("discard")}</Button>
          </Form>
        </div>
      </section>
      {columns && <ColumnChoice key={`${id} ${columns.mapping.join()}`} columns={columns} isSending={isSending} />}
      {first.length > 0 && (
        <section aria-labelledby="import-first">
          <h2 id="import-first" className="import-heading">
            {say("first")}
          </h2>
          <ul className="precedents">
            {first.map((check) => (
              <li key={`${check.url} ${check.claim}`} className="precedent">
                <CheckWords check={check} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <ImportReports preview={preview} />
    </div>
  );
}

function Counts({ preview: { counts } }: { preview: Preview }) {
  const say = useWords("precedents");
  const { added, updated, known, dropped } = counts;
  if (added + updated + known + dropped === 0) return <p className="import-nothing">{say("no_checks")}</p>;
  return (
    <ul className="import-counts">
      <li data-some={added > 0 || undefined}>{say("count_added", { count: added })}</li>
      {updated > 0 && <li data-some>{say("count_updated", { count: updated })}</li>}
      {known > 0 && <li>{say("count_known", { count: known })}</li>}
      {dropped > 0 && <li data-kind="dropped">{say("count_dropped", { count: dropped })}</li>}
    </ul>
  );
}

function Take({ preview: { id, counts }, isSending }: { preview: Preview; isSending: boolean }) {
  const say = useWords("precedents");
  const count = counts.added + counts.updated;
  if (count === 0) return counts.known > 0 ? <p className="import-nothing">{say("nothing_new")}</p> : null;
  return (
    <Form method="post">
      <OnceKey />
      <input type="hidden" name="intent" value="take" />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" kind="primary" aria-disabled={isSending}>
        {isSending ? say("taking") : say("take", { count })}
      </Button>
    </Form>
  );
}
