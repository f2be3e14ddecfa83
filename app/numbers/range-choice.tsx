import { Link } from "@remix-run/react";
import { rangeName } from "#app/numbers/words.ts";
import { useWords } from "#app/words/speech.tsx";
import { type Days, daysParam, RANGES } from "#domain/numbers.ts";

/** Links to the same page with another range; each has an address to keep and to send. */
export function RangeChoice({ days }: { days: Days }) {
  const say = useWords("numbers");
  return (
    <nav className="range-choice" aria-label={say("range")}>
      {RANGES.map((one) => (
        <Link
          key={one ?? "all"}
          className="range-link"
          to={`?${daysParam(one)}`}
          aria-current={one === days ? "true" : undefined}
          preventScrollReset
        >
          {rangeName(say, one)}
        </Link>
      ))}
    </nav>
  );
}
