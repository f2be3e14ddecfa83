import type { Db } from "#db/client.ts";
import { allScales } from "#db/queries/cases.ts";
import { cardOf } from "#db/queries/claims.ts";
import { versionsOfCase } from "#db/queries/documents.ts";
import type { MessageId, Saying } from "#domain/words/say.ts";
import { partsOf } from "#server/in-turns.ts";
import { type Finding, type LintedClaim, lint } from "#server/lint/lint.ts";
import { brokenRules, type RuleSource } from "#server/lint/rules.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { cardAddress } from "#server/services/card-anchors.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";

export type Advice = {
  message: Saying;
  source: RuleSource;
  /** The first of the claims that it is about, each with the place where it is mended. */
  claims: { reference: string; href: string }[];
  /** How many more there are. */
  more: number;
  /** The screen where it is mended when it is about the whole; null where that is none of ours. */
  screen: { name: MessageId<"lint">; href: string } | null;
};

const NAMED = 20;

const SCREENS: Partial<Record<Finding["id"], Advice["screen"]>> = {
  scale_ends: { name: "scales", href: "/scales" },
  many_on_a_page: { name: "releases", href: "#releases-title" },
};

/**
 * What readers of the next release's files will stumble over, looked for in turns in what is not linted yet. It keeps no
 * claim out.
 */
export function* advising(
  db: Db,
  parent: CaseRecord,
  { ready, deskUrl, linted }: { ready: readonly ClaimRow[]; deskUrl: string; linted: Map<string, LintedClaim> },
): Generator<undefined, Advice[]> {
  for (const part of partsOf(ready.filter(({ id }) => !linted.has(id)))) {
    for (const { id, ...one } of lintedClaims(db, parent, { ready: part, deskUrl })) linted.set(id, one);
    yield;
  }
  const all = ready.flatMap(({ id }) => linted.get(id) ?? []);
  return all.length > 0 ? lint(deskUrl, all).map((finding) => toAdvice(finding, parent.number)) : [];
}

function* lintedClaims(
  db: Db,
  parent: CaseRecord,
  { ready, deskUrl }: { ready: Iterable<ClaimRow>; deskUrl: string },
): Generator<LintedClaim & { id: string }> {
  const scales = new Map(allScales(db).map((one) => [one.id, one]));
  const origins = new Map(versionsOfCase(db, parent.id).map((one) => [one.id, one.originUrl]));
  for (const { id, number, reference } of ready) {
    const card = cardOf(db, id)?.card;
    if (!card) continue;
    const scale = scales.get(card.scaleId) ?? null;
    const looked = { card, scale, origins: card.quotes.flatMap(({ versionId }) => origins.get(versionId) ?? []) };
    yield { id, number, reference, scale, broken: brokenRules(looked, deskUrl) };
  }
}

function toAdvice({ id, values, source, claims }: Finding, caseNumber: number): Advice {
  return {
    message: { room: "lint", id, values },
    source,
    claims: claims
      .slice(0, NAMED)
      .map(({ number, reference, part }) => ({ reference, href: cardAddress(caseNumber, number, part) })),
    more: Math.max(0, claims.length - NAMED),
    screen: SCREENS[id] ?? null,
  };
}
