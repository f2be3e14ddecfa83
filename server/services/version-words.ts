import type { Db } from "#db/client.ts";
import { bindingsOf } from "#db/queries/collab.ts";
import { eventsOfClaim } from "#db/queries/decisions.ts";
import type { Card, TextField } from "#domain/card.ts";
import { citationOrder } from "#domain/rationale.ts";
import { NOW, type VersionId } from "#domain/version-id.ts";
import type { Context, Member } from "#server/context.ts";
import { type Authorship, authorshipOf, type Line, type Stretch } from "#server/past/authorship.ts";
import type { PastCards } from "#server/past/past-cards.ts";
import { numberedClaim } from "#server/services/access.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import {
  type ClaimFacts,
  claimFacts,
  type Standing,
  standingOf,
  versionAt,
} from "#server/services/version-standing.ts";

/**
 * How words came onto the card: somebody typed them; somebody restored them from a version; the server put them there for
 * somebody; or the server wrote them, at the start or since.
 */
export type Origin = "typed" | "restored" | "placed" | "first" | "server";

export type Writer = {
  origin: Origin;
  person: Person | null;
  from: number;
  to: number;
  /** The version that brought the words. */
  version: VersionId;
};

/** Words with the place of their writer in `writers`. */
export type CreditedWords = { text: string; by: number };
export type CreditedLine = { mark: string; words: CreditedWords[] };
export type CreditedText = { field: TextField | "rationale"; lines: CreditedLine[] };
export type Credits = { claim: ClaimFacts; texts: CreditedText[]; writers: Writer[] };

export function crediting({ db }: Pick<Context, "db">, past: PastCards) {
  return {
    /** Who wrote which words of the card's texts, and when: told from the log, never guessed. */
    words(actor: Member, caseNumber: number, claimNumber: number): Promise<Credits> {
      const found = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      const standing = standingOf(db, found.claim.id);
      const claim = claimFacts(db, actor, found, standing.now);
      return past
        .look(claim.id, standing.now.place, authorshipOf)
        .then((authorship) => ({ claim, ...credit(authorship, standing.now.card, new Writers(db, standing)) }));
    },
  };
}

function credit({ rationale, ...texts }: Authorship, card: Card, writers: Writers): Omit<Credits, "claim"> {
  const order = citationOrder(
    card.rationale,
    card.sources.map(({ id }) => id),
  );
  const citation = (id: string) => (order.includes(id) ? `[${order.indexOf(id) + 1}]` : "[?]");
  const line = ({ mark, stretches }: Line) => ({ mark, words: creditedWords(stretches, writers, citation) });
  const whole = (field: TextField) => ({ field, lines: [line({ mark: "", stretches: texts[field] })] });
  return {
    texts: [whole("statement"), { field: "rationale", lines: rationale.map(line) }, whole("verdict"), whole("gaps")],
    writers: writers.all,
  };
}

/** Neighbours of one writer are one stretch, however many times they typed. */
function creditedWords(stretches: readonly Stretch[], writers: Writers, citation: (id: string) => string) {
  const words: CreditedWords[] = [];
  for (const stretch of stretches) {
    const by = writers.of(stretch);
    const text = "cite" in stretch ? citation(stretch.cite) : stretch.text;
    const last = words.at(-1);
    if (last?.by === by) last.text += text;
    else words.push({ text, by });
  }
  return words;
}

/** Collects the writers of words: one entry for each member and version. */
class Writers {
  readonly all: Writer[] = [];
  readonly #standing: Standing;
  readonly #people: Map<string, Person>;
  readonly #owners: Map<number, string>;
  readonly #restored: (readonly [number, number])[];
  readonly #known = new Map<string, number>();

  constructor(db: Db, standing: Standing) {
    this.#standing = standing;
    this.#people = peopleById(db);
    this.#owners = new Map(bindingsOf(db, standing.claimId).map(({ clientId, memberId }) => [clientId, memberId]));
    this.#restored = eventsOfClaim(db, standing.claimId)
      .filter(({ type }) => type === "claim.restored")
      .map(({ body }) => body.rows as [number, number]);
  }

  of({ client, place }: Pick<Stretch, "client" | "place">): number {
    const { memberId = null, at = 0 } = this.#standing.log[place - 1] ?? {};
    const owner = this.#owners.get(client) ?? null;
    const origin = owner === null ? this.#originAt(place, memberId) : "typed";
    const version = versionAt(this.#standing, place);
    const key = `${owner ?? memberId} ${origin} ${version.place}`;
    const index = this.#known.get(key) ?? this.all.length;
    const known = this.all[index];
    if (known) Object.assign(known, { from: Math.min(known.from, at), to: Math.max(known.to, at) });
    else {
      const id = version.place === this.#standing.now.place ? NOW : String(version.place);
      this.all.push({ origin, person: pick(this.#people, owner ?? memberId), from: at, to: at, version: id });
      this.#known.set(key, index);
    }
    return index;
  }

  /** What the server wrote itself. */
  #originAt(place: number, memberId: string | null): Origin {
    if (place === 1) return "first";
    if (memberId === null) return "server";
    return this.#restored.some(([after, until]) => place > after && place <= until) ? "restored" : "placed";
  }
}
