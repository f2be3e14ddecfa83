import type { WebsocketProvider } from "y-websocket";
import { OutsideStore } from "#app/card/outside-store.ts";

/** Somebody else on this card, as the server says: who they are is never taken from their own browser. */
export type Colleague = {
  clientId: number;
  id: string;
  name: string;
  colour: number;
  /** The place they are in, or null when they only read. */
  field: string | null;
  cursor: { anchor: unknown; head: unknown } | null;
};

const SEND_EVERY_MS = 120;

/** What an awareness tells: whose entries are others now. */
export type Changes = { added: number[]; updated: number[]; removed: number[] };

/** Whether anybody but this window is among them, as with every own key it is not. */
export const isOthers = ({ added, updated, removed }: Changes, own: number): boolean =>
  [added, updated, removed].some((ids) => ids.some((id) => id !== own));

/** Who is on the card. This tab says only where it is; name and colour are added by the server. */
export class Presence {
  readonly awareness: WebsocketProvider["awareness"];
  readonly colleagues = new OutsideStore<readonly Colleague[]>([]);
  #names = new Map<number, string>();
  #sending: ReturnType<typeof setTimeout> | null = null;
  #wanted = false;
  #send: () => void;

  constructor(provider: WebsocketProvider) {
    this.awareness = provider.awareness;
    const own = provider.doc.clientID;
    this.#send = () => provider._awarenessUpdateHandler({ added: [], updated: [own], removed: [] }, "local");
    this.awareness.off("update", provider._awarenessUpdateHandler);
    this.awareness.on("update", this.#updated);
    this.awareness.on("change", this.#changed);
  }

  enter(field: string): void {
    this.#say({ field });
  }

  /** Says where the caret stands in the field; both ends are Yjs relative positions. */
  point(field: string, cursor: { anchor: unknown; head: unknown } | null): void {
    this.#say({ field, cursor });
  }

  /** Leaves a field, unless another one has been entered meanwhile. */
  leave(field: string): void {
    if (this.awareness.getLocalState()?.field === field) this.#say({ field: null, cursor: null });
  }

  /** The name behind a Y.Doc client, also after they have left. */
  nameOf(clientId: number): string | null {
    return this.#names.get(clientId) ?? null;
  }

  destroy(): void {
    if (this.#sending) clearTimeout(this.#sending);
    this.awareness.off("update", this.#updated);
    this.awareness.off("change", this.#changed);
  }

  #say(where: { field: string | null; cursor?: { anchor: unknown; head: unknown } | null }): void {
    const before = this.awareness.getLocalState();
    const now = { ...before, ...where };
    // What is set again is told to everybody again, whose answer would have it set once more.
    if (JSON.stringify(now) !== JSON.stringify(before)) this.awareness.setLocalState(now);
  }

  /** At most one message per interval, the last state last. */
  #updated = ({ added, updated }: Changes): void => {
    const own = this.awareness.clientID;
    if (!added.includes(own) && !updated.includes(own)) return;
    if (this.#sending) {
      this.#wanted = true;
      return;
    }
    this.#send();
    this.#sending = setTimeout(this.#sendAgain, SEND_EVERY_MS);
  };

  #sendAgain = (): void => {
    this.#sending = null;
    if (!this.#wanted) return;
    this.#wanted = false;
    this.#send();
    this.#sending = setTimeout(this.#sendAgain, SEND_EVERY_MS);
  };

  #changed = (changes: Changes): void => {
    if (!isOthers(changes, this.awareness.clientID)) return;
    const found = [...this.awareness.getStates()]
      .filter(([clientId]) => clientId !== this.awareness.clientID)
      .flatMap(([clientId, state]) => readColleague(clientId, state) ?? []);
    for (const one of found) this.#names.set(one.clientId, one.name);
    this.colleagues.write(found);
  };
}

function readColleague(clientId: number, state: Record<string, unknown>): Colleague | null {
  const user = state.user as Record<string, unknown> | undefined;
  if (typeof user?.id !== "string" || typeof user.name !== "string") return null;
  const cursor = state.cursor as Colleague["cursor"] | undefined;
  return {
    clientId,
    id: user.id,
    name: user.name,
    colour: typeof user.colour === "number" ? user.colour : 0,
    field: typeof state.field === "string" ? state.field : null,
    cursor: cursor?.anchor && cursor.head ? cursor : null,
  };
}
