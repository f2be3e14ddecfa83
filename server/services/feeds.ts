import { caseById } from "#db/queries/cases.ts";
import { deleteFeedAddress, feedAddressByToken, feedAddressOf, putFeedAddress } from "#db/queries/feeds.ts";
import { memberById, readDesk } from "#db/queries/people.ts";
import { releasesOf } from "#db/queries/releases.ts";
import { notFound } from "#domain/errors.ts";
import { can } from "#domain/roles.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import type { Language } from "#domain/words/languages.ts";
import { refusal } from "#domain/words/refusal.ts";
import { say } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import type { Feed } from "#server/feeds/feed.ts";
import { FEED_FORMATS, isFeedFormat } from "#server/feeds/index.ts";
import { accessOf, type CaseRecord, caseFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { newToken, tokenHash } from "#server/services/secrets.ts";

/** The latest releases; a feed is for what is new. */
const ENTRIES = 50;

/**
 * The releases of a case for a feed reader, which cannot sign in: a member makes a secret address, and it gives what is
 * open to this member at the moment it is fetched. Only its hash is stored.
 */
export function feedsService({ db, now, origin }: Context) {
  return {
    /** Since when the actor has an address for this case; null when there is none. */
    since(actor: Member, caseNumber: number): number | null {
      const { id: caseId } = caseFor(db, actor, caseNumber, "release.read");
      return feedAddressOf(db, { memberId: actor.id, caseId })?.madeAt ?? null;
    },

    /** Makes a new address, which ends the one before. It is shown once. */
    make(actor: Member, caseNumber: number, { once }: Once): { url: string } {
      const { id: caseId } = caseFor(db, actor, caseNumber, "release.read");
      // The token is not part of the stored result: only its hash may be kept.
      const token = newToken();
      const hash = tokenHash(token);
      const made = decideOnce({ db, now }, actor, { once, of: ["feed.make", caseId] }, (tx, at) => {
        putFeedAddress(tx, { tokenHash: hash, memberId: actor.id, caseId, madeAt: at });
        record(tx, { type: "feed.address_made", actorId: actor.id, caseId, at });
        return { hash };
      });
      if (made.hash !== hash) throw refusal("conflict", "feeds", "shown_once");
      return { url: `${origin}/feeds/${token}` };
    },

    end(actor: Member, caseNumber: number, { once }: Once): void {
      const { id: caseId } = caseFor(db, actor, caseNumber, "release.read");
      decideOnce({ db, now }, actor, { once, of: ["feed.end", caseId] }, (tx, at) => {
        if (deleteFeedAddress(tx, { memberId: actor.id, caseId }) === 0) return;
        record(tx, { type: "feed.address_ended", actorId: actor.id, caseId, at });
      });
    },

    /** @throws AppError not_found for an address that is none, or no longer, and for a case that is not open any more. */
    read(token: string, format: string): { mediaType: string; body: string } {
      const address = feedAddressByToken(db, tokenHash(token));
      const member = address && memberById(db, address.memberId);
      const parent = address && caseById(db, address.caseId);
      const isOpen = member?.deactivatedAt === null && parent && can(member, "release.read", accessOf(db, parent));
      if (!isOpen || !isFeedFormat(format)) throw notFound("feed");
      const { mediaType, write } = FEED_FORMATS[format];
      const self = `${origin}/feeds/${token}/${format}`;
      return { mediaType, body: write(feedOf(parent, self, member.language ?? "en")) };
    },
  };

  function feedOf(parent: CaseRecord, self: string, language: Language): Feed {
    const speech = { language, catalogue: CATALOGUES[language] };
    const desk = readDesk(db)?.name ?? "";
    const releases = releasesOf(db, parent.id).slice(0, ENTRIES);
    const at = `${origin}/cases/${parent.number}`;
    return {
      ...{ id: `${at}/releases`, page: `${at}/release`, self, language, desk },
      title: say(speech, "feeds", "title", { title: parent.title }),
      subtitle: say(speech, "feeds", "subtitle", { desk }),
      updated: releases[0]?.madeAt ?? parent.createdAt,
      entries: releases.map(({ number, madeAt, byline, claims: count, sha256: hash }) => ({
        page: `${at}/releases/${number}`,
        title: say(speech, "feeds", "entry", { title: parent.title, number }),
        author: byline || desk,
        at: madeAt,
        summary: say(speech, "feeds", "summary", { count, hash }),
      })),
    };
  }
}
