/** What the build knows of where the sentences are; null in development, which has all of them. */
declare module "virtual:split-words" {
  const split: import("../../scripts/words/split-words.ts").SplitWords | null;
  export default split;
}

/** The rooms whose sentences a browser has: each file of sentences adds its own. */
declare var assayWords: object | undefined;
/** Kept when a page has the sentences that it was written with. */
declare var assayWordsReady: Promise<unknown> | undefined;
