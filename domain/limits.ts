/** Every bound of the product in one place. The server reads overrides from the environment (server/env.ts). */
export const LIMITS = {
  /** One websocket message, bytes. */
  message: 256 * 1024,
  /** One card's encoded Y.Doc, bytes. */
  document: 2 * 1024 * 1024,
  documentStructs: 200_000,
  /** What a card may take to be put together when it is opened, milliseconds of a processor. */
  opening: 1_000,
  awareness: 2 * 1024,
  messagesPerSecond: 60,
  bytesPerSecond: 512 * 1024,
  socketsPerMember: 20,
  /** Bytes waiting in one socket before it is closed as a slow reader. */
  socketBuffer: 4 * 1024 * 1024,
  /** A pasted article, bytes of UTF-8. */
  article: 2 * 1024 * 1024,
  /** Sentences of one article: each is a row, and a place on the page. */
  sentences: 40_000,
  /** One HTTP request body, bytes; forms that bring an article, or name every claim of a release, may carry more. */
  request: 1024 * 1024,
  articleForm: 8 * 1024 * 1024,
  releaseForm: 4 * 1024 * 1024,
  /** A file of precedents that somebody takes in on the screen, bytes; the form that brings it holds a little more. */
  importFile: 4 * 1024 * 1024,
  importForm: 5 * 1024 * 1024,
  /** Fields of one form, repeated ones counted each. */
  fields: 200,
  /** Claims that one request decides on at once. */
  bulk: 200,
  /** Saved views of a case that one member sees. */
  views: 100,
  /** A label, in Unicode code points, and the labels of one claim. */
  label: 60,
  labels: 20,
  /** Claims of one conflict set, which are shown side by side. */
  conflictSet: 50,
  /** A quote, in Unicode code points. */
  quote: 5_000,
  title: 300,
  name: 120,
  url: 2_048,
  reason: 2_000,
  /** A comment, in UTF-16 units. */
  comment: 5_000,
  password: { min: 15, maxBytes: 1_024 },
} as const;
