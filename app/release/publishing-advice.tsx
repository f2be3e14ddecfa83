import "#app/release/publishing-advice.css";
import { Link } from "@remix-run/react";
import { useSaying, useWords, Words } from "#app/words/speech.tsx";
import type { Advice } from "#server/services/publishing-advice.ts";

/** What readers of the files will stumble over: each kind once, whose rule it is, and where it is mended. */
export function PublishingAdvice({ advice }: { advice: readonly Advice[] }) {
  const say = useWords("lint");
  if (advice.length === 0) return null;
  return (
    <details className="advice">
      <summary>
        {say("title")} <span className="count">{advice.length}</span>
      </summary>
      <p className="advice-why">{say("why")}</p>
      <ul className="advice-list">
        {advice.map((one) => (
          <OneAdvice key={JSON.stringify(one.message)} advice={one} />
        ))}
      </ul>
    </details>
  );
}

function OneAdvice({ advice: { message, source, claims, more, screen } }: { advice: Advice }) {
  const say = useWords("lint");
  const saying = useSaying("lint");
  return (
    <li className="advice-one">
      <p className="advice-words">{saying(message)}</p>
      <p className="advice-where">
        {claims.map((one) => (
          <Link key={one.reference} className="ref" dir="ltr" to={one.href}>
            {one.reference}
          </Link>
        ))}
        {screen && <Link to={screen.href}>{say(screen.name)}</Link>}
        {more > 0 && <span>{say("more", { count: more })}</span>}
        <span className="advice-rule">
          <Words
            room="lint"
            id="rule"
            values={{
              source: (
                <a href={source.href} rel="noopener noreferrer nofollow" target="_blank" dir="ltr">
                  {source.name}
                </a>
              ),
            }}
          />
        </span>
      </p>
    </li>
  );
}
