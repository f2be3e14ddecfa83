import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as sync from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type Absence, AbsenceWatch } from "#app/card/absence.ts";
import { isFinal } from "#app/card/close-sentence.ts";
import { HeldMessages } from "#app/card/held-messages.ts";
import { countChanges, type Device, type KeptEdit, type OwnEdit } from "#app/card/kept-edits.ts";
import { KEPT, KeptHere } from "#app/card/kept-here.ts";
import { LiveCard } from "#app/card/live-card.ts";
import { MessageFrames } from "#app/card/message-frames.ts";
import { OutsideStore } from "#app/card/outside-store.ts";
import { placesOf } from "#app/card/places.ts";
import { Presence } from "#app/card/presence.ts";
import { spreadAttempts } from "#app/card/reconnect.ts";
import { AT_FIRST, hasUnsent, type SavingFacts } from "#app/card/saving.ts";
import { answerStepOne } from "#app/card/step-two.ts";
import { CardUndo } from "#app/card/undo.ts";
import { UnfitEntries } from "#app/card/unfit-entries.ts";
import { addChange, confirmChanges, type WaitingChange } from "#app/card/waiting-changes.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { CARD_LAYOUT, CLOSE, collabPath, MESSAGE } from "#domain/protocol.ts";

/** The origin of every edit made through the card's fields; the rationale's editor has its own. */
export const LOCAL = Symbol("edited here");

const ACKNOWLEDGE_EVERY_MS = 100;
const REPAINT_MS = 16;

type ConnectionOptions = {
  /** For whom the page was made: it connects as nobody else. */
  memberId?: string;
  url?: string;
  WebSocketPolyfill?: typeof WebSocket;
  random?: () => number;
};

/** Everything that lives as long as one card is open in one tab. Made in an effect, destroyed in its cleanup. */
export class CardConnection {
  readonly doc = emptyCard();
  readonly presence: Presence;
  readonly undo: CardUndo;
  readonly facts = new OutsideStore<SavingFacts>(AT_FIRST);
  /** The live card, or null until the server's state has arrived once. */
  readonly card = new LiveCard(this.doc);
  readonly unfit = new UnfitEntries();
  /** What both sides did while the server was out of reach, until it is read. */
  readonly absence = new OutsideStore<Absence | null>(null);
  #away = new AbsenceWatch();
  #provider: WebsocketProvider;
  #held: HeldMessages;
  #frames: MessageFrames;
  #waiting: WaitingChange[] = [];
  /** Every edit made here that is not confirmed yet, by its number. */
  #unsent: OwnEdit[] = [];
  #kept = new KeptHere();
  #asking: ReturnType<typeof setTimeout> | null = null;
  #repainting: ReturnType<typeof setTimeout> | null = null;

  constructor(claimId: string, options: ConnectionOptions = {}) {
    const [base, room] = split(`${options.url ?? origin()}${collabPath(claimId)}`);
    this.#provider = new WebsocketProvider(base, room, this.doc, {
      connect: false,
      disableBc: true,
      shouldReconnect: ({ code }) => !isFinal(code),
      params: { layout: String(CARD_LAYOUT), ...(options.memberId && { member: options.memberId }) },
      ...(options.WebSocketPolyfill ? { WebSocketPolyfill: options.WebSocketPolyfill } : {}),
    });
    this.#frames = new MessageFrames((edits) => {
      Y.transact(this.doc, edits, this.#provider, false);
      this.#repaint();
    });
    this.#held = new HeldMessages(claimId, (run, isEdit) => this.#frames.take(run, isEdit));
    spreadAttempts(this.#provider, options.random ?? Math.random);
    this.presence = new Presence(this.#provider);
    this.undo = new CardUndo(this.doc, LOCAL, (clientId) => this.presence.nameOf(clientId));
    this.#listen();
    this.#provider.connect();
  }

  /** Where the changes are that never reached the server's disk. */
  get waitingPlaces(): string[] {
    return [...new Set(this.#waiting.map((one) => one.place))];
  }

  /** An edit that goes on, such as typing: what follows within half a second is one step of undo. */
  edit(write: (doc: Y.Doc) => void): void {
    this.doc.transact(() => write(this.doc), LOCAL);
  }

  /** An edit that is complete in itself, such as choosing a rating: one step of undo. */
  pick(write: (doc: Y.Doc) => void): void {
    this.undo.split();
    this.edit(write);
    this.undo.split();
  }

  /** Resolves with true once everything typed here is on the server's disk, with false when that cannot be now. */
  settled(): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        const facts = this.facts.read();
        if (facts.connected && facts.synced && hasUnsent(facts)) return;
        stop();
        resolve(facts.connected && facts.synced);
      };
      const stop = this.facts.subscribe(look);
      look();
    });
  }

  /** What waits on this device and cannot be sent. */
  get heldBack(): readonly KeptEdit[] {
    return this.#kept.waiting;
  }

  /**
   * From now on this device keeps what is typed until the server has it, and what waited there is sent; of somebody who
   * may not edit any more it stays there.
   */
  keepOn(device: Device | null, mayEdit: boolean): void {
    this.#kept.use(device, this.#unsent);
    this.#say({ onDevice: device !== null && mayEdit, kept: countChanges(this.#kept.waiting) });
    if (this.facts.read().everSynced) this.#sendKept();
  }

  /** Deletes what this device keeps of the card, sent or not. Resolves with whether it is gone. */
  async forgetKept(): Promise<boolean> {
    const isGone = await this.#kept.forget(this.facts.read().made);
    this.#say({ kept: countChanges(this.#kept.waiting) });
    return isGone;
  }

  /** Connects again after signing in: the server had ended it for good, and what was typed since waits here. */
  again(): void {
    if (this.facts.read().closed?.code === CLOSE.signedOut) this.#provider.connect();
  }

  /** Tries at once, e.g. when the network is back, instead of after its wait; not where the server has ended it for good. */
  hurry(): void {
    const { closed } = this.facts.read();
    if (!closed || !isFinal(closed.code)) this.#provider.connect();
  }

  destroy(): void {
    if (this.#asking) clearTimeout(this.#asking);
    if (this.#repainting) clearTimeout(this.#repainting);
    this.#held.destroy();
    this.#frames.destroy();
    this.presence.destroy();
    this.undo.destroy();
    this.#provider.destroy();
    this.#provider.awareness.destroy();
    this.doc.destroy();
  }

  #listen(): void {
    const provider = this.#provider;
    provider.messageHandlers[MESSAGE.acknowledge] = (_encoder, decoder) => this.#stored(decoding.readVarUint(decoder));
    provider.messageHandlers[MESSAGE.heartbeat] = () => {};
    const stock = provider.messageHandlers[MESSAGE.sync];
    provider.messageHandlers[MESSAGE.sync] = (...given) => {
      const [, decoder] = given;
      const kind = decoding.peekVarUint(decoder);
      // After a break the whole state comes at once, and what is not synced cannot be saved: that is never held.
      if (kind === sync.messageYjsUpdate) return this.#held.take(() => stock?.(...given), true);
      if (kind === sync.messageYjsSyncStep2) this.#away.meet(this.doc, updateIn(decoder));
      if (kind !== sync.messageYjsSyncStep1) return stock?.(...given);
      decoding.readVarUint(decoder);
      this.#answer(decoding.readVarUint8Array(decoder));
    };
    const aware = provider.messageHandlers[MESSAGE.awareness];
    provider.messageHandlers[MESSAGE.awareness] = (...given) => this.#held.take(() => aware?.(...given), false);
    provider.on("status", ({ status }) => this.#say({ connected: status === "connected" }));
    provider.on("sync", (synced) => (synced ? this.#synced() : this.#say({ synced: false })));
    provider.on("connection-close", (event) => this.#closed(event));
    this.unfit.subscribe(() => this.#say({ unfit: this.unfit.read().size }));
    this.doc.on("update", (update, from, _doc, transaction) => {
      this.card.note(transaction);
      if (from === provider) this.#repaintSoon();
      else this.#made(update, transaction, from === KEPT);
    });
  }

  #made(update: Uint8Array, transaction: Y.Transaction, isKept: boolean): void {
    const made = this.facts.read().made + 1;
    const [places, at] = [placesOf(this.doc, transaction), Date.now()];
    const edit = { client: this.doc.clientID, number: made, update, places, at };
    this.#unsent.push(edit);
    if (!isKept) this.#kept.keep(edit);
    for (const place of places) this.#waiting = addChange(this.#waiting, place, made, at);
    this.#say({ made, waiting: this.#waiting.length });
    this.#repaint();
    this.#asking ??= setTimeout(this.#ask, ACKNOWLEDGE_EVERY_MS);
  }

  #answer(known: Uint8Array): void {
    const unsent = this.#unsent.map((one) => one.update);
    for (const frame of answerStepOne(this.doc, known, unsent)) this.#provider.ws?.send(frame);
  }

  #synced(): void {
    this.absence.write(this.#away.back(this.doc, Date.now()) ?? this.absence.read());
    this.#say({ synced: true, everSynced: true, closed: null, storedAt: null });
    this.#sendKept();
    this.#repaint();
    this.#ask();
  }

  #sendKept(): void {
    if (!this.facts.read().onDevice) return;
    this.#kept.putInto(this.doc, () => this.facts.read().made);
    this.#say({ kept: countChanges(this.#kept.waiting) });
    this.#forget(this.facts.read().stored);
  }

  /** The server has everything up to this edit, so the device need not keep it. */
  #forget(stored: number): void {
    const sentKept = this.#kept.stored(stored);
    if (sentKept > 0) this.#say({ sentKept });
  }

  /** Asks the server to answer once everything sent so far is on its disk. */
  #ask = (): void => {
    if (this.#asking) clearTimeout(this.#asking);
    this.#asking = null;
    const { ws, synced } = this.#provider;
    if (!synced || ws?.readyState !== 1) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.acknowledge);
    encoding.writeVarUint(encoder, this.facts.read().made);
    ws.send(encoding.toUint8Array(encoder));
  };

  #stored(number: number): void {
    this.#waiting = confirmChanges(this.#waiting, number);
    this.#unsent = this.#unsent.filter((one) => one.number > number);
    this.#forget(number);
    this.#say({ stored: number, storedAt: Date.now(), waiting: this.#waiting.length });
  }

  #closed(event: { code: number; reason: string } | null): void {
    if (this.facts.read().everSynced) this.#away.leave(this.doc, Date.now());
    this.#say({ connected: false, synced: false, closed: event && { code: event.code, reason: event.reason } });
  }

  #say(news: Partial<SavingFacts>): void {
    this.facts.write({ ...this.facts.read(), ...news });
  }

  #repaintSoon(): void {
    this.#repainting ??= setTimeout(() => this.#repaint(), REPAINT_MS);
  }

  #repaint(): void {
    if (this.#repainting) clearTimeout(this.#repainting);
    this.#repainting = null;
    if (!this.facts.read().everSynced) return;
    this.card.refresh();
    const card = this.card.read();
    if (card) this.unfit.keepWhatIsOn(card);
  }
}

/** The update in the answer to a first message, without taking it. */
function updateIn(decoder: decoding.Decoder): Uint8Array {
  const copy = decoding.clone(decoder);
  decoding.readVarUint(copy);
  return decoding.readVarUint8Array(copy);
}

function origin(): string {
  return location.origin.replace(/^http/, "ws");
}

function split(address: string): [string, string] {
  const at = address.lastIndexOf("/");
  return [address.slice(0, at), address.slice(at + 1)];
}
