import type { Db } from "#db/client.ts";
import { bindingOf } from "#db/queries/collab.ts";

/** To whom the client ids of an open card belong. A card may have many thousands, so each is read when it is asked for. */
export class Owners {
  readonly #db: Db;
  readonly #claimId: string;
  readonly #known = new Map<number, string>();

  constructor(db: Db, claimId: string) {
    this.#db = db;
    this.#claimId = claimId;
  }

  /** The id of the member; null for the ids that nobody has, and those of the server. */
  of(clientId: number): string | null {
    const known = this.#known.get(clientId);
    if (known !== undefined) return known;
    const stored = bindingOf(this.#db, this.#claimId, clientId);
    if (stored !== null) this.#known.set(clientId, stored);
    return stored;
  }

  /** From now on the client id belongs to this member; whoever calls writes it down. */
  add(clientId: number, memberId: string): void {
    this.#known.set(clientId, memberId);
  }
}
