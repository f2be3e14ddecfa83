import type { auditEvents } from "#db/schema/audit.ts";
import { type DropReason, dropWords, STATUS_WORDS, type Stage } from "#domain/status.ts";
import { utcTime } from "#server/export/safe-text.ts";
import type { AuditType } from "#server/services/audit.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import type { Person } from "#server/services/people-view.ts";
import { settingsWords } from "#server/services/settings-words.ts";

type Event = typeof auditEvents.$inferSelect;
/** `other` is the reference of another claim that the event names. */
type Say = (body: Record<string, unknown>, name: (id: unknown) => string, other: string | null) => string;

const words = (value: unknown) => (typeof value === "string" ? value : "");
const numbers = (value: unknown) => (Array.isArray(value) ? value.length : 0);
const stageWord = (value: unknown) => STATUS_WORDS[value as Stage] ?? words(value);

/** What each event says on screen, as a sentence about its actor: "Bo … signed off". */
const sayings: Record<AuditType, Say> = {
  "desk.set_up": () => "set up the desk",
  "member.joined": () => "joined the desk",
  "member.role_changed": (body, name) => `changed the role of ${name(body.memberId)} to ${words(body.to)}`,
  "member.deactivated": (body, name) => `closed the account of ${name(body.memberId)}`,
  "member.signed_in": () => "signed in",
  "member.sign_in_failed": () => "a sign-in failed",
  "member.signed_out": () => "signed out",
  "invite.made": (body) => `made an invitation for the role ${words(body.role)}`,
  "invite.revoked": () => "took an invitation back",
  "case.created": (body) => `opened the case “${words(body.title)}”`,
  "case.configured": (body) => settingsWords(body as Parameters<typeof settingsWords>[0]),
  "document.added": (body) => `added ${titled(body)}`,
  "document.version_added": (body) => `added version ${body.number} of ${titled(body)}${stillDismissed(body)}`,
  "sentence.dismissed": (body) =>
    `marked ${sentenceCount(body.ordinals)} as ${body.reason === "no_claim" ? "no claim here" : "not checkable"}`,
  "sentence.reopened": (body) => `opened ${sentenceCount(body.ordinals)} again`,
  "claim.created": () => "made the claim",
  "claim.quote_carried": () => "confirmed the quote in a new version of the document",
  "claim.quote_added": (body) =>
    body.replaced
      ? `replaced the quote “${words(body.replaced)}” by “${words(body.exact)}”`
      : `added the quote “${words(body.exact)}”`,
  "claim.quote_kept": (body) =>
    `kept the quote “${words(body.exact)}” of version ${body.from}, though version ${body.number} says something else`,
  "claim.moved": (body, _name, other) =>
    body.to === "dropped"
      ? `dropped the claim: ${dropWords(body.reason as DropReason, other)}`
      : `moved it from ${stageWord(body.from)} to ${stageWord(body.to)}`,
  "claim.merged": (body) =>
    `merged ${words(body.reference)} into this claim, with ${counted(body.sources, "source")} and ${counted(body.quotes, "quote")} that it lacked`,
  "claim.assigned": (body, name) => assignment(body, name),
  "claim.put_back": (body, name) => `put back what ${name(body.memberId)} had taken out`,
  "claim.left_out": (body, name) => `left out what ${name(body.memberId)} had taken out`,
  "claim.version_named": (body) =>
    body.was
      ? `named a version of the card “${words(body.name)}” instead of “${words(body.was)}”`
      : `named a version of the card “${words(body.name)}”`,
  "claim.version_unnamed": (body) => `took the name “${words(body.name)}” from a version of the card`,
  "claim.restored": (body) =>
    body.label
      ? `restored ${words(body.label)} as it was on ${moment(body.of)}`
      : `restored the whole card as it was on ${moment(body.of)}`,
  "claim.set_joined": (body) =>
    body.from
      ? `put it into the conflict set “${words(body.name)}” instead of “${words(body.from)}”`
      : `put it into the conflict set “${words(body.name)}”`,
  "claim.set_left": (body) => `took it out of the conflict set “${words(body.name)}”`,
  "review.signed_off": (body) => (body.complete ? "signed off, which completes the claim" : "signed off"),
  "review.changes_requested": (body) => `asked for changes: ${words(body.reason)}`,
  "review.withdrawn": () => "withdrew a sign-off",
  "review.cleared": (body) =>
    body.override ? `overrode a request for changes: ${words(body.reason)}` : "cleared a request for changes",
  "sign_off.went_stale": (body, name) => `changed the card, so the sign-off of ${name(body.reviewerId)} went stale`,
  "sign_off.current_again": (body, name) =>
    `went back to the signed text, so the sign-off of ${name(body.reviewerId)} is current again`,
  "view.shared": (body) => `saved the view “${words(body.name)}” for everybody`,
  "view.changed": (body) => `changed the view “${words(body.name)}” for everybody`,
  "view.removed": (body) => `deleted the view “${words(body.name)}”`,
  "thread.resolved": () => "resolved a thread of the discussion",
  "thread.reopened": () => "opened a resolved thread again",
  "comment.deleted": () => "deleted a comment of their own",
  "release.made": (body) =>
    `released v${body.number} with ${numbers(body.claims)} ${numbers(body.claims) === 1 ? "claim" : "claims"}`,
};

/** One event of this case in words, to be read after its actor's name. */
export function summarise(event: Event, people: Map<string, Person>, { number }: { number: number }): string {
  const say = sayings[event.type as AuditType];
  const other = duplicateNumber(event);
  const reference = other === undefined ? null : referenceOf(number, other);
  return say ? say(event.body, (id) => people.get(words(id))?.name ?? "somebody", reference) : event.type;
}

/** The number of the claim that stays, of an event that dropped a duplicate. */
export function duplicateNumber({ body }: Pick<Event, "body">): number | undefined {
  return typeof body.duplicateOf === "number" ? body.duplicateOf : undefined;
}

const titled = ({ title }: Record<string, unknown>) => (title ? `“${words(title)}”` : "a document");

function stillDismissed({ dismissed }: Record<string, unknown>): string {
  if (typeof dismissed !== "number" || dismissed === 0) return "";
  return `, where ${dismissed === 1 ? "1 sentence stays dismissed" : `${dismissed} sentences stay dismissed`}`;
}

const counted = (count: unknown, what: string) => `${count === 0 ? "no" : count} ${count === 1 ? what : `${what}s`}`;

function sentenceCount(ordinals: unknown): string {
  const count = numbers(ordinals);
  return count === 1 ? "a sentence" : `${count} sentences`;
}

function assignment(body: Record<string, unknown>, name: (id: unknown) => string): string {
  if (body.taken) return "took the claim";
  const reviewers = Array.isArray(body.reviewerIds) ? body.reviewerIds.map(name) : [];
  const was = body.was as { assigneeId: unknown; reviewerIds: unknown[]; dueAt: unknown } | undefined;
  const isDueOnly = was && was.assigneeId === body.assigneeId && same(was.reviewerIds, body.reviewerIds);
  if (isDueOnly && was.dueAt !== body.dueAt) return dueWords(body.dueAt);
  const given = body.assigneeId ? `gave it to ${name(body.assigneeId)}` : "left it without an assignee";
  const asked = reviewers.length > 0 ? ` and asked ${reviewers.join(", ")} to review` : "";
  return `${given}${asked}${was && was.dueAt !== body.dueAt ? `, and ${dueWords(body.dueAt)}` : ""}`;
}

const same = (one: unknown, other: unknown) =>
  JSON.stringify([...(one as string[])].sort()) === JSON.stringify([...(other as string[])].sort());

const moment = (at: unknown) => utcTime(new Date(typeof at === "number" ? at : 0).toISOString());

const dueWords = (dueAt: unknown) =>
  typeof dueAt === "number" ? `set its due time to ${moment(dueAt)}` : "took its due time away";
