import type { Writer } from "#server/services/version-words.ts";

/** Whose words they are and when they came, as one sentence. */
export function writerWords({ origin, person, from, to }: Writer, moment: (at: number) => string): string {
  const name = person?.name ?? "Somebody who left";
  const when = to - from < 60_000 ? moment(to) : `${moment(from)} to ${moment(to)}`;
  switch (origin) {
    case "typed":
      return `${name} wrote this, ${when}.`;
    case "restored":
      return `${name} restored this from an earlier version, ${when}.`;
    case "placed":
      return `The server put this here for ${name}, ${when}.`;
    case "first":
      return `The server wrote this when the claim was made, ${when}.`;
    case "server":
      return `The server wrote this, ${when}.`;
  }
}
