import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { compareAddress, comparedIn } from "#app/history/addresses.ts";
import { authorsOf } from "#app/history/version-words.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Time } from "#app/ui/time.tsx";
import type { HistoryRow, SignOffRow, VersionRow } from "#server/services/version-rows.ts";
import type { VersionList as Listed } from "#server/services/versions.ts";

/** Every version, newest first. Each leads to what it changed, and a sign-off to what is different since. */
export function VersionList({ list: { rows, older, isOlder } }: { list: Listed }) {
  const [search] = useSearchParams();
  const { from, to } = comparedIn(search);
  return (
    <nav className="version-list" aria-label="Versions">
      <ol className="version-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              className="version-row"
              data-kind={row.kind}
              data-version={row.id}
              to={addressOf(row, search)}
              aria-current={row.id === (row.kind === "sign_off" ? (from ?? to) : to) ? "true" : undefined}
              preventScrollReset
            >
              {row.kind === "sign_off" ? <SignOff row={row} /> : <Version row={row} />}
            </Link>
          </li>
        ))}
      </ol>
      {(isOlder || older !== null) && (
        <div className="actions version-pages">
          {isOlder && <ButtonLink to="?">Newest versions</ButtonLink>}
          {older !== null && <ButtonLink to={`?before=${older}`}>Older versions</ButtonLink>}
        </div>
      )}
    </nav>
  );
}

/** A sign-off is looked at against now, a version against what was there before. */
export function addressOf(row: HistoryRow, search: URLSearchParams): string {
  if (row.kind === "sign_off") return compareAddress(search, { from: row.id, to: "now" });
  return compareAddress(search, { from: null, to: row.id });
}

function Version({ row }: { row: VersionRow }) {
  const { people, from, to, name, isNow, changed, isMaterial, before } = row;
  return (
    <>
      <span className="version-who">
        {people.slice(0, 3).map((one) => (
          <Avatar key={one.id} name={one.name} colour={one.colour} decorative />
        ))}
        <span dir="auto">{authorsOf(row)}</span>
        {isNow && <span className="tag">Now</span>}
      </span>
      <span className="meta">
        <Time at={from} show="near" />
        {to - from >= 60_000 && (
          <>
            {" – "}
            <Time at={to} show="time" />
          </>
        )}
      </span>
      {name && (
        <span className="version-name" dir="auto">
          “<ShownText text={name.words} />”
        </span>
      )}
      <Changed>{before === null ? "First content" : changedWords(changed, isMaterial)}</Changed>
    </>
  );
}

const Changed = ({ children }: { children: ReactNode }) => (
  <span className="version-changed" dir="auto">
    {children}
  </span>
);

const SHOWN = 4;

function changedWords(changed: readonly string[], isMaterial: boolean): string {
  if (changed.length === 0) return "Ends as it began";
  const rest = changed.length - SHOWN;
  const words = [...changed.slice(0, SHOWN), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
  return isMaterial ? words : `Beside what is signed: ${words}`;
}

const STATES: Record<SignOffRow["state"], string> = {
  current: "Current",
  stale: "Stale",
  superseded: "Replaced",
  withdrawn: "Withdrawn",
};

function SignOff({ row: { person, at, state } }: { row: SignOffRow }) {
  return (
    <>
      <span className="version-who">
        {person && <Avatar name={person.name} colour={person.colour} decorative />}
        <span dir="auto">{person?.name ?? "Somebody who left"} signed off</span>
        <span className="sign-off-state" data-state={state}>
          {STATES[state]}
        </span>
      </span>
      <span className="meta">
        <Time at={at} show="near" />
      </span>
    </>
  );
}
