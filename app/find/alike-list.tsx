import "#app/find/alike.css";
import { Link } from "@remix-run/react";
import type { AlikeClaim } from "#server/services/alike.ts";

/** Claims that may say the same, beside what somebody is writing. They open in a tab of their own, so nothing is lost. */
export function AlikeList({ claims }: { claims: readonly AlikeClaim[] }) {
  return (
    <div role="status">
      {claims.length > 0 && (
        <div className="alike">
          <p className="alike-title">
            {claims.length === 1 ? "A claim that is there reads alike" : "Claims that are there read alike"}
          </p>
          <ul>
            {claims.map((one) => (
              <li key={one.claimId} className="alike-claim">
                <Link className="ref" to={`/cases/${one.caseNumber}/claims/${one.number}`} target="_blank">
                  {one.reference}
                  <span className="unseen"> (opens in a new tab)</span>
                </Link>
                <span className="alike-words">
                  <span className="statement" dir="auto" lang={one.language || undefined}>
                    {one.statement}
                  </span>
                  {!one.isThisCase && (
                    <span className="meta" dir="auto">
                      {one.caseTitle}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
