import "#app/find/alike.css";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords, Words } from "#app/words/speech.tsx";
import type { AlikeClaim } from "#server/services/alike.ts";

/** Claims that may say the same, beside what somebody is writing. They open in a tab of their own, so nothing is lost. */
export function AlikeList({ claims }: { claims: readonly AlikeClaim[] }) {
  const say = useWords("find");
  return (
    <div role="status">
      {claims.length > 0 && (
        <div className="alike">
          <p className="alike-title">{say("alike", { count: claims.length })}</p>
          <ul>
            {claims.map((one) => (
              <li key={one.claimId} className="alike-claim">
                <Link className="ref" to={`/cases/${one.caseNumber}/claims/${one.number}`} target="_blank">
                  <Words room="find" id="opens_new_tab" values={{ reference: one.reference, unseen }} />
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

const unseen = (inside: ReactNode) => <span className="unseen">{inside}</span>;
