/**
 * Google's rules for ClaimReview as a JSON Schema: required and recommended properties of ClaimReview, Claim and Rating.
 * https://developers.google.com/search/docs/appearance/structured-data/factcheck
 */
const text = { type: "string", minLength: 1 };
const web = { type: "string", pattern: "^https?://" };
const named = {
  type: "object",
  required: ["@type", "name"],
  properties: { "@type": { enum: ["Person", "Organization"] }, name: text, url: web },
  additionalProperties: false,
};
const claimant = { ...named, required: ["name"] };
const date = { type: "string", pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" };

const rating = {
  type: "object",
  required: ["@type", "alternateName"],
  properties: {
    "@type": { const: "Rating" },
    alternateName: text,
    ratingValue: { type: "integer", minimum: 1 },
    bestRating: { type: "integer", minimum: 2 },
    worstRating: { type: "integer", minimum: 1 },
    ratingExplanation: text,
  },
  dependentRequired: {
    ratingValue: ["bestRating", "worstRating"],
    bestRating: ["ratingValue"],
    worstRating: ["ratingValue"],
  },
  additionalProperties: false,
};

const claim = {
  type: "object",
  required: ["@type", "@id"],
  properties: {
    "@type": { const: "Claim" },
    "@id": web,
    author: claimant,
    datePublished: date,
    appearance: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["@type", "url"],
        properties: { "@type": { const: "CreativeWork" }, url: web, name: text, datePublished: date, publisher: named },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

const evidence = {
  type: "object",
  required: ["@type"],
  properties: {
    "@type": { const: "CreativeWork" },
    name: text,
    url: web,
    creditText: text,
    publisher: named,
    datePublished: date,
    archivedAt: web,
  },
  additionalProperties: false,
};

const property = {
  type: "object",
  required: ["@type", "propertyID", "value"],
  properties: { "@type": { const: "PropertyValue" }, propertyID: text, value: text },
  additionalProperties: false,
};

const claimReview = {
  type: "object",
  required: ["@type", "@id", "url", "claimReviewed", "reviewRating", "itemReviewed", "author", "datePublished"],
  properties: {
    "@type": { const: "ClaimReview" },
    "@id": web,
    url: { type: "string", pattern: "^https?://[^#]+#C-\\d+-\\d+$" },
    claimReviewed: text,
    inLanguage: text,
    datePublished: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    author: named,
    itemReviewed: claim,
    reviewRating: rating,
    citation: { type: "array", minItems: 1, items: evidence },
    identifier: { type: "array", items: property },
  },
  additionalProperties: false,
};

export const CLAIM_REVIEW_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  required: ["@context", "@graph"],
  properties: { "@context": { const: "https://schema.org" }, "@graph": { type: "array", items: claimReview } },
  additionalProperties: false,
};
