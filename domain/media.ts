/** What a claim may be about besides words. */
export const MEDIA_KINDS = ["image", "video", "audio"] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** What a check of media finds; several may hold at once. @see https://schema.org/MediaManipulationRatingEnumeration */
export const MEDIA_FINDINGS = [
  "decontextualized",
  "edited_or_cropped",
  "original",
  "satire_or_parody",
  "staged",
  "transformed",
] as const;
export type MediaFinding = (typeof MEDIA_FINDINGS)[number];

/** The picture, video or recording that a claim is about. */
export type Media = {
  kind: MediaKind;
  findings: MediaFinding[];
  /** Where the original is, as entered. */
  original: string;
  /** What it really shows, for somebody who saw it with another story. */
  context: string;
};

/** The texts among them, by key in the card's `fields` map. */
export const MEDIA_STRINGS = { mediaOriginal: "original", mediaContext: "context" } as const;
export type MediaString = keyof typeof MEDIA_STRINGS;
export const MEDIA_STRING_KEYS = Object.keys(MEDIA_STRINGS) as MediaString[];

/** Reads what the `fields` map says; a card that names no kind is not about media. */
export function readMedia(get: (key: string) => unknown, text: (value: unknown) => string): Media | undefined {
  const kind = MEDIA_KINDS.find((one) => one === get("mediaKind"));
  if (!kind) return undefined;
  const found = get("mediaFindings");
  return {
    kind,
    findings: MEDIA_FINDINGS.filter((one) => Array.isArray(found) && found.includes(one)),
    original: text(get("mediaOriginal")),
    context: text(get("mediaContext")),
  };
}
