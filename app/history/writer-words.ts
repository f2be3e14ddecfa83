import type { Say } from "#domain/words/say.ts";
import type { Writer } from "#server/services/version-words.ts";

/** Whose words they are and when they came, as one sentence. */
export function writerWords(say: Say<"history">, writer: Writer, moment: (at: number) => string): string {
  const { origin, person, from, to } = writer;
  const who = person?.name ?? say("somebody_left");
  const when = to - from < 60_000 ? moment(to) : say("from_to", { from: moment(from), to: moment(to) });
  switch (origin) {
    case "typed":
      return say("wrote", { who, when });
    case "restored":
      return say("restored_from", { who, when });
    case "placed":
      return say("placed_for", { who, when });
    case "first":
      return say("wrote_first", { when });
    case "server":
      return say("server_wrote", { when });
  }
}
