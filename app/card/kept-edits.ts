import { addChange, type WaitingChange } from "#app/card/waiting-changes.ts";

/** An edit that the server has not confirmed; `places` says where on the card it stands. */
export type KeptEdit = { update: Uint8Array; places: readonly string[]; at: number };
/** The same with its number in this tab, and the Yjs client that made it. */
export type OwnEdit = KeptEdit & { client: number; number: number };

/** Where edits of one member on one card wait on this device until the server has them. */
export type Device = {
  /** What waited there when the card was opened, in the order in which it was made. */
  waiting: readonly KeptEdit[];
  keep(edit: OwnEdit): void;
  /** The server has this tab's edits up to this number. */
  forget(upTo: number): void;
  /** What waited is no longer needed: the server has it, or nobody wants it. Resolves with whether it is gone. */
  forgetWaiting(): Promise<boolean>;
};

/** How many changes these are, as a person counts them. */
export const countChanges = (edits: readonly KeptEdit[]): number =>
  edits.reduce<WaitingChange[]>((all, { places, at }, number) => {
    return places.reduce<WaitingChange[]>((found, place) => addChange(found, place, number, at), all);
  }, []).length;
