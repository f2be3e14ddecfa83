import "#app/merge/merge.css";
import { Link, useSearchParams } from "@remix-run/react";
import { Fragment } from "react";
import type { MergeFacts } from "#server/services/merges.ts";

type NoticeProps = { merges: MergeFacts; caseNumber: number; reference: string };

/** Which claims were merged into this one, and, on the card of a merged claim, where it went. */
export function MergeNotice({ merges: { into, by, from }, caseNumber, reference }: NoticeProps) {
  const [search] = useSearchParams();
  const cameFrom = from.find((one) => String(one.number) === search.get("merged"));
  const at = `/cases/${caseNumber}/claims`;
  if (into)
    return (
      <p className="merge-notice" role="status">
        {by?.name ?? "Somebody"} merged {reference} into <Link to={`${at}/${into.number}`}>{into.reference}</Link>,
        where the work goes on. Move it back below to undo that.
      </p>
    );
  if (from.length === 0) return null;
  return (
    <p className="merge-notice" role={cameFrom ? "status" : undefined}>
      {cameFrom && `${cameFrom.reference} leads here. `}
      Merged into this claim:{" "}
      {from.map((one, place) => (
        <Fragment key={one.number}>
          {place > 0 && ", "}
          <Link to={`${at}/${one.number}?own`}>{one.reference}</Link>
        </Fragment>
      ))}
      .
    </p>
  );
}

/** Whether whoever asks for a merged claim's card wants that card itself; loads that nobody asked for take nobody away. */
export const wantsItself = (url: string, isUnasked: boolean): boolean =>
  isUnasked || new URL(url).searchParams.has("own");
