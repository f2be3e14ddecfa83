/** Whether a load that nobody asked for was cut off by a step of this person, so that what it was for may not be shown. */
let isOwed = false;

export const cutOff = {
  note: () => {
    isOwed = true;
  },
  isOwed: () => isOwed,
  /** The load is made up for. */
  clear: () => {
    isOwed = false;
  },
};
