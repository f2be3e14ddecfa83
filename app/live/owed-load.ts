let isOwed = false;

/**
 * Whether a load came to nothing: a step of this person cut off one that nobody asked for, or the server failed. What it was
 * for may not be on the screen, and no other message may come that says so.
 */
export const owedLoad = {
  note: () => {
    isOwed = true;
  },
  isOwed: () => isOwed,
  /** It is made up for. */
  clear: () => {
    isOwed = false;
  },
};
