import { Link } from "@remix-run/react";
import { useCount } from "#app/numbers/use-count.ts";

/** A row is named by its first cell, which can lead to the claims behind the numbers. */
type Row = { key: string; name: string; to?: string | null; cells: readonly (number | string)[] };

/** The numbers of a chart as a table. */
export function CountTable({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly Row[];
}) {
  const count = useCount();
  return (
    <table className="count-table">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {head.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, to, cells }) => (
          <tr key={key}>
            <th scope="row">
              <bdi>{to ? <Link to={to}>{name}</Link> : name}</bdi>
            </th>
            {cells.map((cell, at) => (
              <td key={head[at + 1]}>{typeof cell === "number" ? count(cell) : cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
