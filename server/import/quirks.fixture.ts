/** ClaimReviews with what publishers do to them, in words of our own. What the reader is to make of each stands beside it. */
type Quirk = { review: unknown; check?: Record<string, unknown>; notes: string[] };

const review = (given: object) => ({
  "@context": "http://schema.org",
  "@type": "ClaimReview",
  claimReviewed: "The bridge closed in May",
  url: "https://checks.example/bridge",
  ...given,
});
const rated = (reviewRating: unknown) => review({ reviewRating });

export const QUIRKS: Record<string, Quirk> = {
  "a type in a list, a date with a time behind a space": {
    review: review({ "@type": ["ClaimReview"], datePublished: "2020-08-31 17:22:16" }),
    check: { reviewDate: "2020-08-31 17:22:16" },
    notes: [],
  },
  "a person who wrote it for somebody, the page of the claimant, and what the check rests on": {
    review: review({
      author: { "@type": "Person", name: "L. Voss" },
      publisher: { name: "Harbour Check" },
      itemReviewed: { author: { name: "The union", sameAs: "https://union.example/" } },
      citation: [
        "Port register 2019, https://port.example/register",
        { headline: "A letter", url: "javascript:alert(1)" },
      ],
      isBasedOn: { name: "The tide table", url: "https://tides.example/" },
      reviewBody: '<p>It is <a href="https://port.example/register">there</a>, <a href="/log">the log</a> says.</p>',
    }),
    check: {
      ...{ publisher: "Harbour Check", author: "L. Voss", claimantUrl: "https://union.example/" },
      body: "It is there, the log says.",
      citations: [
        { title: "Port register 2019,", url: "https://port.example/register" },
        { title: "A letter", url: "" },
        { title: "The tide table", url: "https://tides.example/" },
      ],
    },
    notes: ["note_markup", "note_no_address", "note_relative"],
  },
  "lists that begin with nothing": {
    review: review({
      itemReviewed: [null, { author: [null, { name: "The union" }] }],
      reviewRating: [null, { alternateName: "False" }],
    }),
    check: { claimant: "The union", rating: "False" },
    notes: ["note_list"],
  },
  "a rating of numbers as texts": {
    review: rated({ ratingValue: "1", bestRating: "5", worstRating: "1", alternateName: "False" }),
    check: { value: 1, best: 5, worst: 1, rating: "False" },
    notes: ["note_number_as_text", "note_number_as_text", "note_number_as_text"],
  },
  "an empty best rating, and the best rating in place of the explanation": {
    review: rated({ ratingValue: 1, bestRating: "", ratingExplanation: 5, alternateName: "False" }),
    check: { value: 1, best: null, explanation: "" },
    notes: ["note_not_understood"],
  },
  "a scale from -1 to -1": {
    review: rated({ ratingValue: -1, bestRating: -1, worstRating: -1, alternateName: "Unclear" }),
    check: { rating: "Unclear", value: null, best: null, worst: null },
    notes: ["note_no_scale"],
  },
  "a value below its scale": {
    review: rated({ ratingValue: 0, bestRating: 10, worstRating: 1, alternateName: "Wrong" }),
    check: { value: 1, best: 10, worst: 1 },
    notes: ["note_clamped"],
  },
  "a rating that is a text": { review: rated("Rating: False"), check: { rating: "False" }, notes: ["note_label"] },
  "a rating in a list": {
    review: rated([{ alternateName: "Mixed" }, { alternateName: "True" }]),
    check: { rating: "Mixed" },
    notes: ["note_list", "note_not_taken"],
  },
  "a rating one level too deep": {
    review: rated({ properties: { alternateName: ["Falsch"], ratingValue: "zwei" } }),
    check: { rating: "Falsch", value: null },
    notes: ["note_deeper", "note_list", "note_no_number"],
  },
  "a label as a JSON-LD value, with a dot": {
    review: rated({ alternateName: { "@value": "Falso." } }),
    check: { rating: "Falso" },
    notes: ["note_label"],
  },
  "a label that is a whole sentence": {
    review: rated({ alternateName: "That’s correct, but only for the old bridge." }),
    check: { rating: "That’s correct, but only for the old bridge." },
    notes: [],
  },
  "a label in place of the number": {
    review: rated({ ratingValue: "Mostly true" }),
    check: { rating: "Mostly true", value: null },
    notes: [],
  },
  "an author who is a person, with the publisher beside": {
    review: review({
      author: { "@type": "Person", name: "R. Writer", url: "/r-writer" },
      publisher: { name: "Bridge Watch", url: "https://checks.example" },
    }),
    check: { publisher: "Bridge Watch", publisherUrl: "https://checks.example/" },
    notes: ["note_not_taken"],
  },
  "a claimant without a name": {
    review: review({ itemReviewed: { "@type": "Claim", author: { "@type": "Person" } } }),
    check: { claimant: "" },
    notes: ["note_no_name"],
  },
  "several claimants, and appearances as texts and objects": {
    review: review({
      itemReviewed: {
        author: [{ name: "The port" }, "The mayor"],
        appearance: ["https://a.example/1", { url: "https://a.example/2" }],
        firstAppearance: "https://a.example/1",
      },
    }),
    check: { claimant: "The port; The mayor", appearances: ["https://a.example/1", "https://a.example/2"] },
    notes: [],
  },
  "a relative address, one that is no web address, and a date that is none": {
    review: review({
      url: "/bridge",
      datePublished: "9999-99-99 99:99",
      itemReviewed: { appearance: "javascript:alert(1)", datePublished: "last week" },
    }),
    check: { url: "", reviewDate: "", claimDate: "", appearances: [] },
    notes: ["note_no_date", "note_relative", "note_no_date", "note_no_address"],
  },
  "HTML in the words, and a control character": {
    review: review({ claimReviewed: "<p>The&nbsp;bridge &amp; the <b>port</b></p>", name: "No\u0000" }),
    check: { claim: "The bridge & the port", title: "No" },
    notes: ["note_markup", "note_unseen"],
  },
  "the claim in a list": {
    review: review({ claimReviewed: ["The bridge closed", "The port closed"] }),
    check: { claim: "The bridge closed" },
    notes: ["note_list", "note_not_taken"],
  },
  "no claim": { review: review({ claimReviewed: " " }), notes: ["note_no_claim"] },
  "a language by its name, and one that is none": {
    review: review({ inLanguage: "deutsch", itemReviewed: { inLanguage: "zz" } }),
    check: { language: "de" },
    notes: ["note_not_taken"],
  },
  "what pretends to be decided here": {
    review: review({ id: "1", role: "admin", signedBy: "Ana", signOffs: [{ memberId: "m-1" }], status: "released" }),
    check: { claim: "The bridge closed in May" },
    notes: ["note_not_taken"],
  },
};
