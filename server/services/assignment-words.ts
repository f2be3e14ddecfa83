import type { EventSaying } from "#domain/event-saying.ts";
import type { Body, Name } from "#server/services/event-words.ts";

type Was = { assigneeId: unknown; reviewerIds: unknown[]; dueAt: unknown };

/** Who works on a claim now, who was asked to review it, and when it is due: what changed of it. */
export function assignmentSaying(body: Body, name: Name): EventSaying {
  if (body.taken) return { id: "claim_taken" };
  const was = body.was as Was | undefined;
  const isDueChanged = was !== undefined && was.dueAt !== body.dueAt;
  const due = typeof body.dueAt === "number" ? "set" : "taken";
  const moment = due === "set" ? { moment: body.dueAt as number } : {};
  if (isDueChanged && was.assigneeId === body.assigneeId && same(was.reviewerIds, body.reviewerIds))
    return { id: `claim_due_${due}`, ...moment };
  const values = { due: isDueChanged ? due : "kept" };
  const names = Array.isArray(body.reviewerIds) ? body.reviewerIds.map(name) : [];
  const given = body.assigneeId ? "claim_given" : "claim_left";
  const texts: EventSaying["texts"] = body.assigneeId ? { member: name(body.assigneeId) } : {};
  return { id: names.length > 0 ? `${given}_asked` : given, texts, values, names, ...moment };
}

const same = (one: unknown, other: unknown) =>
  JSON.stringify([...(one as string[])].sort()) === JSON.stringify([...(other as string[])].sort());
