import { noteWaiting, paused } from "#app/together/paused.ts";

type LetIn = (run: () => void, isEdit: boolean) => void;

/**
 * Keeps back what colleagues write and where they are while this person has paused live updates, and lets it in afterwards,
 * in its order. What the server has is complete all the same, so own edits are sent and saved, and a sign-off is judged
 * there: it answers with the difference when the card has gone on.
 */
export class HeldMessages {
  #waiting: Parameters<LetIn>[] = [];
  #leave: () => void;
  readonly #claimId: string;
  readonly #letIn: LetIn;

  constructor(claimId: string, letIn: LetIn = (run) => run()) {
    this.#claimId = claimId;
    this.#letIn = letIn;
    this.#leave = paused.subscribe(() => paused.get() ?? this.release());
  }

  /** Takes a message in, now or later. `isEdit` is one that changes the card. */
  take(run: () => void, isEdit: boolean): void {
    if (paused.get() === null) this.#letIn(run, isEdit);
    else {
      this.#waiting.push([run, isEdit]);
      if (isEdit) noteWaiting(this.#claimId);
    }
  }

  release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const one of waiting) this.#letIn(...one);
  }

  destroy(): void {
    this.#leave();
    this.#waiting = [];
  }
}
