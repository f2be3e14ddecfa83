import { useKnownTime } from "#app/ui/time.tsx";
import { useLanguage, useWords } from "#app/words/speech.tsx";
import type { Side } from "#server/services/version-compare.ts";
import type { HistoryRow, VersionRow } from "#server/services/version-rows.ts";

/** Who made a version: "Ana Noori and Bo Lindqvist"; the server, where nobody did. */
export function useAuthors(): (row: Pick<VersionRow, "people">) => string {
  const say = useWords("history");
  const { locale } = useLanguage();
  const and = new Intl.ListFormat(locale, { type: "conjunction" });
  return ({ people }) => (people.length === 0 ? say("the_server") : and.format(people.map(({ name }) => name)));
}

/** Moments as plain text, as `<Time>` has them. */
export function useMoment(): (at: number) => string {
  const inWords = useKnownTime();
  return (at) => inWords(at, "near");
}

/** One line for a state of the card in a list of choices. */
export function useRowWords(): { ofRow: (row: HistoryRow) => string; ofSide: (side: Side) => string } {
  const say = useWords("history");
  const authors = useAuthors();
  const moment = useMoment();
  const version = (people: VersionRow["people"], at: number, name: string | undefined, isNow: boolean) => {
    const values = { who: authors({ people }), when: moment(at) };
    if (name === undefined) return say(isNow ? "option_now" : "option_version", values);
    return say(isNow ? "option_named_now" : "option_named", { ...values, name });
  };
  const ofRow = (row: HistoryRow) =>
    row.kind === "sign_off"
      ? say("option_signed", { who: row.person?.name ?? say("somebody_left"), when: moment(row.at) })
      : version(row.people, row.to, row.name?.words, row.isNow);
  const ofSide = ({ signOff, people, at, name }: Side) =>
    signOff ? ofRow(signOff) : version(people, at, name?.words, false);
  return { ofRow, ofSide };
}
