import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { CheckField } from "#server/import/check.ts";
import type { Preview } from "#server/precedents/preview.ts";

/** In the order in which they are offered. */
const FIELDS = [
  ...(["claim", "claimant", "claimantUrl", "claimDate", "saidWhen", "saidWhere", "appearances"] as const),
  ...(["publisher", "publisherUrl", "author", "url", "title", "reviewDate", "language"] as const),
  ...(["rating", "explanation", "value", "best", "worst", "body", "citations"] as const),
] as const satisfies readonly CheckField[];

/** Each column of a table beside its first cells, with the field that it is taken for. */
export function ColumnChoice({ columns, isSending }: { columns: NonNullable<Preview["columns"]>; isSending: boolean }) {
  const say = useWords("precedents");
  const { headers, mapping, rows } = columns;
  return (
    <section className="panel import-columns" aria-labelledby="import-columns">
      <h2 id="import-columns">{say("columns")}</h2>
      <p className="quiet">{say("columns_hint")}</p>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="columns" />
        <ul className="import-column-list">
          {headers.map((header, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same name; their place is what they are.
            <li key={`${at} ${header}`} className="import-column">
              <Select label={<ColumnName header={header} at={at} />} name="columns[]" defaultValue={mapping[at] ?? ""}>
                <option value="">{say("not_taken")}</option>
                {FIELDS.map((field) => (
                  <option key={field} value={field}>
                    {say(`field_${field}`)}
                  </option>
                ))}
              </Select>
              <p className="meta import-cells" dir="auto">
                {rows
                  .map((row) => row[at]?.trim())
                  .filter(Boolean)
                  .join(" · ")
                  .slice(0, 160)}
              </p>
            </li>
          ))}
        </ul>
        <div className="actions">
          <Button type="submit" aria-disabled={isSending}>
            {say("read_like_that")}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function ColumnName({ header, at }: { header: string; at: number }) {
  const say = useWords("precedents");
  return header === "" ? say("column", { number: at + 1 }) : <bdi>{header}</bdi>;
}
