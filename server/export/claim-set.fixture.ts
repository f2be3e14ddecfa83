import type { Card, Source } from "#domain/card.ts";
import type { ClaimSet, ReleasedClaim, ReleasedSet } from "#domain/claim-set.ts";
import { contentHash } from "#domain/content.ts";
import type { Figure } from "#domain/figures.ts";
import { PRESET_SCALES } from "#domain/scales.ts";

/** A card with nothing on it but a statement, without which nothing is released, and what the test gives. */
export function sampleCard(given: Partial<Card>): Card {
  return {
    statement: "Nobody was told.",
    gaps: "",
    verdict: "",
    claimant: "",
    outlet: "Harbour Wire",
    speaker: "",
    organisation: "",
    saidWhen: "Monday",
    saidWhere: "",
    ratingId: "",
    scaleId: "seven-step-1",
    language: "en",
    mode: "stated",
    saidWhenPrecision: "as_said",
    claimantGuessed: false,
    labels: [],
    figures: [],
    quotes: [],
    sources: [],
    rationale: [],
    ...given,
  };
}

/** A source with a title and a stance, and what the test gives. */
export function sampleSource(id: string, given: Partial<Source>): Source {
  const empty = {
    publisher: "",
    author: "",
    date: "",
    url: "",
    quote: "",
    quoteLanguage: "",
    locator: "",
    archivedUrl: "",
    origin: "",
    note: "",
  };
  return { id, title: "Untitled", ...empty, stance: "context", rank: null, protected: false, ...given };
}

export function sampleClaim(reference: string, card: Card, given: Partial<ReleasedClaim> = {}): ReleasedClaim {
  const hash = contentHash(card);
  return {
    reference,
    claimId: `claim-${reference.toLowerCase()}`,
    contentVersion: 1,
    contentHash: hash,
    card,
    protectedSources: 0,
    signOffs: [{ memberId: "m-2", name: "Bo Lindqvist", at: "2026-03-13T15:58:12.000Z", contentHash: hash }],
    firstReleasedIn: 1,
    changedSince: null,
    ...given,
  };
}

const figure = (id: string, qualifier: Figure["qualifier"], value: string, given: Partial<Figure> = {}): Figure => ({
  id,
  qualifier,
  value,
  upper: "",
  unit: "detainees",
  asOf: "",
  ...given,
});

const bulletin = sampleSource("s-bulletin", {
  title: "Bulletin no. 41",
  publisher: "Interior ministry",
  date: "2026-03-09",
  url: "https://ministry.example/bulletins/41?lang=en&print=1",
  quote: "120 detainees fled; 87 are back in custody.",
  quoteLanguage: "en",
  locator: "p. 2",
  archivedUrl: "https://archive.example/20260312/ministry.example/bulletins/41",
  stance: "supports",
  rank: "primary",
});
const channel = sampleSource("s-channel", {
  title: "Statement of the northern command",
  publisher: "Northern command, channel",
  author: "Press office",
  date: "2026-03-08",
  url: "https://channel.example/post/7781",
  quote: "فُتحت الزنازين. خرج ما يصل إلى 1500 شخص.",
  quoteLanguage: "ar",
  locator: "00:42",
  stance: "refutes",
  rank: "primary",
});
const monitor = sampleSource("s-monitor", {
  title: "Field note, 10 March",
  publisher: "Detention Monitor",
  url: "https://monitor.example/notes/2026-03-10",
  quote: "We counted at least 340 empty places in the two blocks we were shown.",
  quoteLanguage: "en",
  locator: "para. 6",
  rank: "secondary",
});

const words = (text: string) => ({ type: "text" as const, text });
const cite = (sourceId: string) => ({ type: "citation" as const, sourceId });

const disputed = sampleCard({
  statement: "120 detainees escaped from the district prison during Sunday's fighting.",
  claimant: "Interior ministry",
  organisation: "Interior ministry",
  speaker: "R. Adan",
  mode: "paraphrased",
  saidWhen: "2026-03-08",
  saidWhenPrecision: "day",
  saidWhere: "state radio",
  ratingId: "disputed",
  verdict:
    "Nobody outside the two parties has counted; the ministry, a monitor and the northern command give figures that cannot all be right.",
  gaps: "The prison's register for Sunday has not been shown to anyone.\nWhether remand prisoners were counted is not known.",
  labels: ["prison", "figures"],
  figures: [
    figure("f-1", "about", "120"),
    figure("f-2", "at_least", "340", { asOf: "Tuesday" }),
    figure("f-3", "up_to", "1500"),
    figure("f-4", "exactly", "81", { unit: "recaptured" }),
    figure("f-5", "between", "100", { upper: "150" }),
  ],
  quotes: [
    {
      id: "q-1",
      versionId: "v-1",
      exact: "120 detainees escaped during Sunday's fighting",
      prefix: "said ",
      suffix: " and",
      start: 27,
      end: 73,
    },
  ],
  sources: [channel, monitor, bulletin],
  rationale: [
    {
      type: "paragraph",
      children: [
        words("The ministry published its count the next morning "),
        cite("s-bulletin"),
        words(". The northern command gave a far higher bound the same day "),
        cite("s-channel"),
        words(", and a witness whom we know put it between the two "),
        cite("s-hidden"),
        words("."),
      ],
    },
    {
      type: "list",
      ordered: false,
      entries: [
        [
          {
            type: "paragraph",
            children: [{ type: "text", text: "Neither party", bold: true }, words(" let anyone see the register.")],
          },
        ],
        [
          {
            type: "paragraph",
            children: [words("The monitor saw two of five blocks "), cite("s-monitor"), words(".")],
          },
        ],
      ],
    },
    {
      type: "blockquote",
      language: "ar",
      cite: "",
      children: [{ type: "paragraph", children: [words("فُتحت الزنازين.")] }],
    },
    {
      type: "paragraph",
      children: [
        words("The plan of the building is "),
        { type: "text", text: "public", href: "https://plans.example/prison.pdf" },
        words("."),
      ],
    },
  ],
});

const mostlyTrue = sampleCard({
  statement: "The prison was built in 2006 and holds both remand and sentenced prisoners.",
  claimant: "Harbour Wire",
  ratingId: "mostly-true",
  verdict: "Built in 2006; the remand wing was closed for repairs in January.",
  quotes: [{ id: "q-2", versionId: "v-1", exact: "built in 2006", prefix: "", suffix: "", start: 412, end: 425 }],
  sources: [monitor],
  rationale: [
    { type: "paragraph", children: [words("The monitor describes both wings "), cite("s-monitor"), words(".")] },
  ],
});

const labelFree = sampleCard({
  statement: "غادرت نحو 3000 عائلة المنطقة منذ يوم الجمعة.",
  language: "ar",
  claimant: "وكالة الإغاثة",
  mode: "estimated",
  scaleId: "",
  verdict: "لا يوجد إحصاء مستقل يؤكد هذا الرقم أو ينفيه.",
  figures: [figure("f-7", "about", "3000", { unit: "families", asOf: "Friday" })],
});

/** A release of a case about rival figures: off-scale, on-scale and label-free claims, Arabic, a protected source. */
export const SAMPLE_CLAIM_SET: ClaimSet = {
  format: "assay-claim-set",
  formatVersion: 1,
  desk: { name: "Harbour Desk", url: "https://desk.example" },
  case: { number: 14, title: "Prison break figures" },
  release: { number: 2, madeAt: "2026-03-13T16:20:00.000Z", madeBy: "Chen Wei" },
  quorum: 1,
  scale: PRESET_SCALES[0] ?? null,
  documents: [
    {
      versionId: "v-1",
      number: 1,
      title: "Two sides give different counts after weekend prison break",
      outlet: "Harbour Wire",
      originUrl: "https://wire.example/2026/03/prison-break",
      publishedOn: "2026-03-09",
      language: "en",
      sha256: "a41f6f2a9c0d4f0c8e5ed1b6a7d3b9a5c1f04e6d2b8a97c3e5f1d0b2a4c609c2",
      capturedAt: "2026-03-12T09:40:00.000Z",
    },
  ],
  claims: [
    sampleClaim("C-14-3", disputed, {
      protectedSources: 1,
      changedSince: 1,
      signOffs: [
        { memberId: "m-2", name: "Bo Lindqvist", at: "2026-03-13T15:20:00.000Z", contentHash: contentHash(disputed) },
        { memberId: "m-3", name: "Chen Wei", at: "2026-03-13T15:58:00.000Z", contentHash: contentHash(disputed) },
      ],
    }),
    sampleClaim("C-14-5", mostlyTrue),
    sampleClaim("C-14-8", labelFree, { firstReleasedIn: 2 }),
  ],
};

/** The sample with one claim whose card holds what the test gives. */
export function sampleSet(card: Partial<Card>, given: Partial<ClaimSet> = {}): ClaimSet {
  return { ...SAMPLE_CLAIM_SET, claims: [sampleClaim("C-14-3", sampleCard(card))], ...given };
}

/** The set as it is read from storage, claim by claim. */
export function released({ claims, ...head }: ClaimSet): ReleasedSet {
  return { head, count: claims.length, claims: () => claims.values() };
}

/** What a writer makes of the set, as one text. */
export const written = (write: (set: ReleasedSet) => Iterable<string>, set: ClaimSet) =>
  [...write(released(set))].join("");

/** Texts that try to leave their place in one format or another. */
export const HOSTILE_TEXTS = [
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "<img src=x onerror=alert(1)>",
  "](javascript:alert(1))",
  "[x](javascript:alert(1))",
  "![x](https://evil.example/x.png)",
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  "\u202Eevil\u2066text",
  "line one\r\nline two\n# heading\n- list\n1. list\n```\nfence",
  "=1+1",
  "+1",
  "-120",
  "@SUM(A1)",
  "\t=1",
  "\u200b=1",
  " =1",
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
  'a,"b";c',
  "👩🏽‍🚒 e\u0301",
  "مرحبا 1500",
  "&lt;b&gt; &amp;",
  "\u2028\u2029\u0000\u001b[31m",
  "{{x}} </style><style>*{display:none}",
  "../../etc/passwd",
] as const;
