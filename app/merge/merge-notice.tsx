import "#app/merge/merge.css";
import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { ListOf } from "#app/words/list-of.tsx";
import { Words } from "#app/words/speech.tsx";
import type { MergeFacts } from "#server/services/merges.ts";

type NoticeProps = { merges: MergeFacts; caseNumber: number; reference: string };

/** Which claims were merged into this one, and, on the card of a merged claim, where it went. */
export function MergeNotice({ merges: { into, by, from }, caseNumber, reference }: NoticeProps) {
  const [search] = useSearchParams();
  const cameFrom = from.find((one) => String(one.number) === search.get("merged"));
  const at = `/cases/${caseNumber}/claims`;
  if (into) {
    const values = {
      reference: <bdi>{reference}</bdi>,
      into: <ClaimLink to={`${at}/${into.number}`}>{into.reference}</ClaimLink>,
    };
    return (
      <p className="merge-notice" role="status">
        {by ? (
          <Words room="merge" id="was_merged" values={{ ...values, who: <bdi>{by.name}</bdi> }} />
        ) : (
          <Words room="merge" id="was_merged_unnamed" values={values} />
        )}
      </p>
    );
  }
  if (from.length === 0) return null;
  const links = from.map((one) => (
    <ClaimLink key={one.number} to={`${at}/${one.number}?own`}>
      {one.reference}
    </ClaimLink>
  ));
  const references = <ListOf of={links} />;
  return (
    <p className="merge-notice" role={cameFrom ? "status" : undefined}>
      {cameFrom ? (
        <Words room="merge" id="came_from" values={{ references, reference: <bdi>{cameFrom.reference}</bdi> }} />
      ) : (
        <Words room="merge" id="merged_here" values={{ references }} />
      )}
    </p>
  );
}

/** A reference reads from left to right, also in a sentence that does not. */
function ClaimLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <bdi>
      <Link to={to}>{children}</Link>
    </bdi>
  );
}

/** Whether whoever asks for a merged claim's card wants that card itself; loads that nobody asked for take nobody away. */
export const wantsItself = (url: string, isUnasked: boolean): boolean =>
  isUnasked || new URL(url).searchParams.has("own");
