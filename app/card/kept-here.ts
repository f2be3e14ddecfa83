import * as Y from "yjs";
import { cardWith } from "#app/card/card-with.ts";
import { countChanges, type Device, type KeptEdit, type OwnEdit } from "#app/card/kept-edits.ts";
import { gather } from "#app/card/step-two.ts";

/** The origin of edits that waited on this device. */
export const KEPT = Symbol("kept here");

/** What this device keeps of one open card, and the way of what waited there to the server. */
export class KeptHere {
  #device: Device | null = null;
  #waiting: readonly KeptEdit[] = [];
  /** What waited, once it is on its way: with which edit it arrives, and how many changes it is. */
  #sent: { upTo: number; count: number } | null = null;

  /** What waits on the device and is not on its way. */
  get waiting(): readonly KeptEdit[] {
    return this.#waiting;
  }

  /** Keeps everything on this device from now on, beginning with what is unsent; with null, nowhere. */
  use(device: Device | null, unsent: readonly OwnEdit[]): void {
    this.#device = device;
    this.#waiting = device?.waiting ?? [];
    this.#sent = null;
    for (const edit of unsent) device?.keep(edit);
  }

  keep(edit: OwnEdit): void {
    this.#device?.keep(edit);
  }

  /**
   * Puts in what waited. What the server has already makes no edit; what does not fit stays where it is. `made` says how
   * many edits there are then.
   */
  putInto(doc: Y.Doc, made: () => number): void {
    if (this.#waiting.length === 0 || !cardWith(doc, this.#waiting)) return;
    for (const piece of gather(this.#waiting.map((one) => one.update))) Y.applyUpdate(doc, piece, KEPT);
    this.#sent = { upTo: made(), count: countChanges(this.#waiting) };
    this.#waiting = [];
  }

  /** The server has every edit up to this number. Returns how many changes that had waited have arrived with it. */
  stored(upTo: number): number {
    this.#device?.forget(upTo);
    if (!this.#sent || upTo < this.#sent.upTo) return 0;
    const { count } = this.#sent;
    this.#sent = null;
    void this.#device?.forgetWaiting();
    return count;
  }

  /** Deletes all of it, with what was typed here up to this edit. Resolves with whether it is gone. */
  async forget(made: number): Promise<boolean> {
    this.#device?.forget(made);
    const isGone = (await this.#device?.forgetWaiting()) ?? false;
    if (isGone) this.#waiting = [];
    return isGone;
  }
}
