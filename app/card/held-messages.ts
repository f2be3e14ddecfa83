import { noteWaiting, paused } from "#app/together/paused.ts";

/**
 * Keeps back what colleagues write and where they are while this person has paused live updates, and lets it in afterwards,
 * in its order. What the server has is complete all the same, so own edits are sent and saved, and a sign-off is judged
 * there: it answers with the difference when the card has gone on.
 */
export class HeldMessages {
  #waiting: (() => void)[] = [];
  #leave: () => void;
  readonly #claimId: string;

  constructor(claimId: string) {
    this.#claimId = claimId;
    this.#leave = paused.subscribe(() => paused.get() ?? this.release());
  }

  /** Takes a message in, now or later. `isEdit` is one that changes the card. */
  take(run: () => void, isEdit: boolean): void {
    if (paused.get() === null) run();
    else {
      this.#waiting.push(run);
      if (isEdit) noteWaiting(this.#claimId);
    }
  }

  release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const run of waiting) run();
  }

  destroy(): void {
    this.#leave();
    this.#waiting = [];
  }
}
