/** One mail as a person reads it. */
export type Letter = { to: { name: string; address: string }; subject: string; text: string };
/** A letter with what its envelope says about it. `id` is the same at every attempt. */
export type Posted = Letter & { id: string };

/**
 * What became of handing it over. `later`: it was surely not taken, so it is tried again, after a while when the server
 * `isDown`. `unknown`: all of it was sent and no answer came, so trying again might deliver it twice.
 */
export type Outcome =
  | { kind: "sent" }
  | { kind: "later"; answer: string; isDown: boolean }
  | { kind: "refused"; answer: string }
  | { kind: "unknown"; answer: string };

export type Post = { send(letter: Posted): Promise<Outcome>; close(): void };
