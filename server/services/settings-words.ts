import type { EventSaying } from "#domain/event-saying.ts";

/** A case's settings as the record keeps them: what they became, and what they were. */
export type Settings = {
  title: string;
  scale: string | null;
  quorum: number;
  restricted: boolean;
  memberIds: string[];
};

/** What a change of settings says on screen: "changed the scale from “Seven steps” to no scale". */
export function settingsSaying({ now, was }: { now?: Settings; was?: Settings }): EventSaying {
  if (!now || !was) return { id: "case_configured_before" };
  const parts: [boolean, EventSaying][] = [
    [now.title !== was.title, { id: "changed_title", texts: { was: was.title, now: now.title } }],
    [now.scale !== was.scale, scaleSaying(now.scale, was.scale)],
    [now.quorum !== was.quorum, { id: "changed_quorum", values: { was: was.quorum, now: now.quorum } }],
    [now.restricted !== was.restricted, { id: now.restricted ? "changed_to_listed" : "changed_to_desk" }],
    [isOtherList(now, was), { id: "changed_list" }],
  ];
  const changes = parts.filter(([isChanged]) => isChanged).map(([, saying]) => saying);
  return changes.length > 0 ? { id: "case_configured", changes } : { id: "case_saved" };
}

function scaleSaying(now: string | null, was: string | null): EventSaying {
  if (was === null) return { id: "changed_scale_given", texts: { now } };
  return now === null ? { id: "changed_scale_taken", texts: { was } } : { id: "changed_scale", texts: { was, now } };
}

/** The list counts only where the case is and was restricted. */
function isOtherList(now: Settings, was: Settings): boolean {
  const [before, after] = [was, now].map((one) => [...new Set(one.memberIds)].sort().join(" "));
  return now.restricted && was.restricted && before !== after;
}
