/** A case's settings as the record keeps them: what they became, and what they were. */
export type Settings = {
  title: string;
  scale: string | null;
  quorum: number;
  restricted: boolean;
  memberIds: string[];
};

/** What a change of settings says on screen: "changed the scale from “Seven steps” to no scale". */
export function settingsWords({ now, was }: { now?: Settings; was?: Settings }): string {
  if (!now || !was) return "changed the case's settings";
  const parts: [boolean, string][] = [
    [now.title !== was.title, `the title from “${was.title}” to “${now.title}”`],
    [now.scale !== was.scale, `the scale from ${named(was.scale)} to ${named(now.scale)}`],
    [now.quorum !== was.quorum, `the sign-offs needed from ${was.quorum} to ${now.quorum}`],
    [now.restricted !== was.restricted, `who may open the case from ${openTo(was)} to ${openTo(now)}`],
    [isOtherList(now, was), "the list of people who may open the case"],
  ];
  const changed = parts.filter(([isChanged]) => isChanged).map(([, words]) => words);
  return changed.length > 0 ? `changed ${changed.join(", ")}` : "saved the case's settings as they were";
}

const named = (scale: string | null) => (scale === null ? "no scale" : `“${scale}”`);
const openTo = ({ restricted }: Settings) => (restricted ? "listed members" : "the whole desk");

/** The list counts only where the case is and was restricted. */
function isOtherList(now: Settings, was: Settings): boolean {
  const [before, after] = [was, now].map((one) => [...new Set(one.memberIds)].sort().join(" "));
  return now.restricted && was.restricted && before !== after;
}
