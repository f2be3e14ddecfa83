import type { auditEvents } from "#db/schema/audit.ts";
import type { EventSaying } from "#domain/event-saying.ts";
import { DROP_REASONS } from "#domain/status.ts";
import { assignmentSaying } from "#server/services/assignment-words.ts";
import type { AuditType } from "#server/services/audit.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import type { Person } from "#server/services/people-view.ts";
import { settingsSaying } from "#server/services/settings-words.ts";

type Event = typeof auditEvents.$inferSelect;
export type Body = Record<string, unknown>;
/** Somebody's name; null where it is not known. */
export type Name = (id: unknown) => string | null;
/** `other` is the reference of another claim that the event names. */
type Saying = (body: Body, name: Name, other: string | null) => EventSaying;

const words = (value: unknown) => (typeof value === "string" ? value : "");
const number = (value: unknown) => (typeof value === "number" ? value : 0);
const length = (value: unknown) => (Array.isArray(value) ? value.length : 0);

const quoting = (id: EventSaying["id"], texts: Record<string, string>): EventSaying => ({ id, texts });

const alone =
  (id: EventSaying["id"]): Saying =>
  () => ({ id });
const about =
  (id: EventSaying["id"], key: string): Saying =>
  (body, name) => ({ id, texts: { member: name(body[key]) } });
const named =
  (id: EventSaying["id"]): Saying =>
  (body) => ({ id, texts: { name: words(body.name) } });

const told =
  (id: EventSaying["id"]): Saying =>
  (body) =>
    quoting(id, { what: words(body.what) });

const labelled =
  (id: EventSaying["id"]): Saying =>
  (body) => ({ id, texts: { label: words(body.label) } });

const toHost =
  (id: EventSaying["id"]): Saying =>
  (body) => ({ id, texts: { host: words(body.host) } });

/** What each event says on screen: a sentence about whoever did it. */
const sayings: Record<AuditType, Saying> = {
  "desk.set_up": alone("desk_set_up"),
  "desk.public_pages_set": ({ isOn }) => ({ id: isOn ? "public_pages_on" : "public_pages_off" }),
  "desk.method_pages_set": alone("method_pages_set"),
  "member.joined": alone("member_joined"),
  "member.role_changed": (body, name) => ({
    ...about("member_role_changed", "memberId")(body, name, null),
    values: { role: words(body.to) },
  }),
  "member.byline_set": about("member_byline_set", "memberId"),
  "member.deactivated": about("member_deactivated", "memberId"),
  "member.password_link_made": about("member_password_link_made", "memberId"),
  "member.password_chosen": alone("member_password_chosen"),
  "member.signed_in": alone("member_signed_in"),
  "member.sign_in_failed": alone("member_sign_in_failed"),
  "member.signed_out": alone("member_signed_out"),
  "invite.made": (body) => ({ id: "invite_made", values: { role: words(body.role) } }),
  "invite.revoked": alone("invite_revoked"),
  "token.made": (body, name) => {
    const texts = { label: words(body.label) };
    if (body.memberId === undefined) return { id: "token_made", texts };
    return { id: "token_made_for", texts: { ...texts, member: name(body.memberId) } };
  },
  "token.revoked": labelled("token_revoked"),
  "webhook.made": toHost("webhook_made"),
  "webhook.removed": toHost("webhook_removed"),
  "feed.address_made": alone("feed_address_made"),
  "feed.address_ended": alone("feed_address_ended"),
  "precedents.imported": ({ added, updated }) => ({
    id: "precedents_imported",
    values: { added: number(added), updated: number(updated) },
  }),
  "case.created": (body) => ({ id: "case_created", texts: { title: words(body.title) } }),
  "case.configured": (body) => settingsSaying(body as Parameters<typeof settingsSaying>[0]),
  "document.added": (body) => titled(body, "document_added", "document_added_untitled"),
  "document.version_added": versionSaying,
  "sentence.dismissed": ({ ordinals, reason }) => ({
    id: reason === "no_claim" ? "sentence_dismissed_no_claim" : "sentence_dismissed_not_checkable",
    values: { count: length(ordinals) },
  }),
  "sentence.reopened": ({ ordinals }) => ({ id: "sentence_reopened", values: { count: length(ordinals) } }),
  "claim.created": alone("claim_created"),
  "claim.quote_carried": alone("claim_quote_carried"),
  "claim.quote_added": ({ replaced, exact }) =>
    replaced
      ? quoting("claim_quote_replaced", { replaced: words(replaced), exact: words(exact) })
      : quoting("claim_quote_added", { exact: words(exact) }),
  "claim.quote_kept": (body) => ({
    id: "claim_quote_kept",
    texts: { exact: words(body.exact) },
    values: { from: number(body.from), version: number(body.number) },
  }),
  "claim.moved": moveSaying,
  "claim.merged": (body) => ({
    id: "claim_merged",
    texts: { reference: words(body.reference) },
    values: { sources: number(body.sources), quotes: number(body.quotes) },
  }),
  "claim.assigned": assignmentSaying,
  "claim.set_joined": (body) =>
    body.from
      ? quoting("claim_set_changed", { name: words(body.name), from: words(body.from) })
      : quoting("claim_set_joined", { name: words(body.name) }),
  "claim.set_left": named("claim_set_left"),
  "claim.labelled": ({ label, on }) => quoting(on ? "claim_labelled" : "claim_unlabelled", { label: words(label) }),
  "claim.corrected": ({ kind, what }) => ({
    ...quoting(kind === "retraction" ? "claim_retracted" : "claim_corrected", { what: words(what) }),
    values: { kind: words(kind) },
  }),
  "claim.retraction_asked": told("claim_retraction_asked"),
  "claim.retraction_confirmed": told("claim_retraction_confirmed"),
  "claim.correction_taken_back": (body) => ({
    ...told("claim_correction_taken_back")(body, () => null, null),
    values: { kind: words(body.kind) },
  }),
  "claim.looked_at": alone("claim_looked_at"),
  "claim.withheld": (body) => quoting("claim_withheld", { reason: words(body.reason) }),
  "claim.shown_again": alone("claim_shown_again"),
  "claim.put_back": about("claim_put_back", "memberId"),
  "claim.left_out": about("claim_left_out", "memberId"),
  "claim.version_named": (body) =>
    body.was
      ? quoting("claim_version_renamed", { name: words(body.name), was: words(body.was) })
      : quoting("claim_version_named", { name: words(body.name) }),
  "claim.version_unnamed": named("claim_version_unnamed"),
  "claim.restored": ({ part, label, of }) =>
    part
      ? {
          ...{ id: "claim_restored_part", moment: number(of) },
          ...{ values: { part: label ? words(part) : "untitled" }, texts: { label: words(label) } },
        }
      : { id: "claim_restored", moment: number(of) },
  "review.signed_off": (body) => ({ id: body.complete ? "review_signed_off_complete" : "review_signed_off" }),
  "review.changes_requested": (body) => ({ id: "review_changes_requested", texts: { reason: words(body.reason) } }),
  "review.withdrawn": alone("review_withdrawn"),
  "review.cleared": (body) =>
    body.override ? { id: "review_overridden", texts: { reason: words(body.reason) } } : { id: "review_cleared" },
  "sign_off.went_stale": about("sign_off_went_stale", "reviewerId"),
  "sign_off.current_again": about("sign_off_current_again", "reviewerId"),
  "view.shared": named("view_shared"),
  "view.changed": named("view_changed"),
  "view.removed": named("view_removed"),
  "thread.resolved": alone("thread_resolved"),
  "thread.reopened": alone("thread_reopened"),
  "comment.deleted": alone("comment_deleted"),
  "release.made": (body) => ({
    id: "release_made",
    values: { number: number(body.number), count: length(body.claims) },
  }),
  "release.published": (body) => ({
    id: body.restricted ? "release_published_restricted" : "release_published",
    values: { number: number(body.number) },
  }),
  "release.withdrawn": ({ number: which, reason }) => ({
    ...quoting(reason ? "release_withdrawn_why" : "release_withdrawn", { reason: words(reason) }),
    values: { number: number(which) },
  }),
  "event.withheld": (body) => ({
    ...{ id: "event_withheld", texts: { reason: words(body.reason) } },
    values: { number: number(body.seq) },
  }),
  "desk.restored": alone("desk_restored"),
  "key.made": (body) => quoting("key_made", { key: words(body.key) }),
  "key.rotated": (body) => quoting("key_rotated", { key: words(body.key) }),
};

/** What one event of this case says. */
export function eventSaying(event: Event, people: Map<string, Person>, { number }: { number: number }): EventSaying {
  if (event.withheld !== null) return quoting("withheld", { reason: event.withheld });
  const other = duplicateNumber(event);
  const reference = other === undefined ? null : referenceOf(number, other);
  return sayings[event.type as AuditType](event.body, (id) => people.get(words(id))?.name ?? null, reference);
}

/** The number of the claim that stays, of an event that dropped a duplicate. */
export function duplicateNumber({ body }: Pick<Event, "body">): number | undefined {
  return typeof body.duplicateOf === "number" ? body.duplicateOf : undefined;
}

function titled({ title }: Body, named: EventSaying["id"], untitled: EventSaying["id"]): EventSaying {
  return title ? { id: named, texts: { title: words(title) } } : { id: untitled };
}

function versionSaying(body: Body): EventSaying {
  const values = { version: number(body.number), count: number(body.dismissed) };
  const said =
    values.count === 0
      ? titled(body, "document_version_added", "document_version_added_untitled")
      : titled(body, "document_version_added_dismissed", "document_version_added_untitled_dismissed");
  return { ...said, values };
}

function moveSaying({ from, to, reason }: Body, _name: Name, other: string | null): EventSaying {
  if (to !== "dropped") return { id: "claim_moved", values: { from: words(from), to: words(to) } };
  if (reason === "duplicate" && other) return { id: "claim_dropped_duplicate_of", texts: { other } };
  if (reason === "retracted") return { id: "claim_dropped_retracted" };
  return { id: `claim_dropped_${DROP_REASONS.find((one) => one === reason) ?? "made_by_mistake"}` };
}
