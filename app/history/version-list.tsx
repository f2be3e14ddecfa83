import { Link, useSearchParams } from "@remix-run/react";

import { compareAddress, comparedIn } from "#app/history/addresses.ts";
import { useAuthors } from "#app/history/version-words.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import { type ChangedPart, partWord } from "#domain/part-words.ts";
import type { HistoryRow, SignOffRow, VersionRow } from "#server/services/version-rows.ts";
import type { VersionList as Listed } from "#server/services/versions.ts";

/** Every version, newest first. Each leads to what it changed, and a sign-off to what is different since. */
export function VersionList({ list: { rows, older, isOlder } }: { list: Listed }) {
  const say = useWords("history");
  const [search] = useSearchParams();
  const { from, to } = comparedIn(search);
  return (
    <nav className="version-list" aria-label={say("versions")}>
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
          {isOlder && <ButtonLink to="?">{say("newest_versions")}</ButtonLink>}
          {older !== null && <ButtonLink to={`?before=${older}`}>{say("older_versions")}</ButtonLink>}
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
  const say = useWords("history");
  const authors = useAuthors();
  const { people, from, to, name, isNow, changed, isMaterial, before } = row;
  return (
    <>
      <span className="version-who">
        {people.slice(0, 3).map((one) => (
          <Avatar key={one.id} name={one.name} colour={one.colour} decorative />
        ))}
        <bdi>{authors(row)}</bdi>
        {isNow && <span className="tag">{say("now")}</span>}
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
        <span className="version-name">
          <Words room="history" id="name_quoted" values={{ name: <Shown words={name.words} /> }} />
        </span>
      )}
      <span className="version-changed">
        {before === null ? say("first_content") : <Changed parts={changed} isMaterial={isMaterial} />}
      </span>
    </>
  );
}

function Shown({ words }: { words: string }) {
  return (
    <bdi>
      <ShownText text={words} />
    </bdi>
  );
}

const SHOWN = 4;

function Changed({ parts, isMaterial }: { parts: readonly ChangedPart[]; isMaterial: boolean }) {
  const say = useWords("history");
  const sayPart = useWords("parts");
  const list = useList();
  if (parts.length === 0) return say("ends_as_it_began");
  const rest = parts.length - SHOWN;
  const shown = parts.slice(0, SHOWN).map((one) => partWord(sayPart, one));
  const words = list([...shown, ...(rest > 0 ? [say("and_more", { count: rest })] : [])]);
  return isMaterial ? words : say("beside_signed", { parts: words });
}

function SignOff({ row: { person, at, state } }: { row: SignOffRow }) {
  const say = useWords("history");
  return (
    <>
      <span className="version-who">
        {person && <Avatar name={person.name} colour={person.colour} decorative />}
        <span>
          <Words
            room="history"
            id="signed_off_by"
            values={{ who: <bdi>{person?.name ?? say("somebody_left")}</bdi> }}
          />
        </span>
        <span className="sign-off-state" data-state={state}>
          {say(`state_${state}`)}
        </span>
      </span>
      <span className="meta">
        <Time at={at} show="near" />
      </span>
    </>
  );
}
