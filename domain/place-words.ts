import type { MessageId, Say, Saying } from "#domain/words/say.ts";

type Id = MessageId<"places">;

const FIELDS: Record<string, Id> = {
  "fields/claimant": "fields_claimant",
  "fields/outlet": "fields_outlet",
  "fields/speaker": "fields_speaker",
  "fields/organisation": "fields_organisation",
  "fields/mode": "fields_mode",
  "fields/saidWhen": "fields_said_when",
  "fields/saidWhenPrecision": "fields_said_when_precision",
  "fields/saidWhere": "fields_said_where",
  "fields/mediaKind": "fields_media",
  "fields/mediaFindings": "fields_media",
  "fields/mediaOriginal": "fields_media",
  "fields/mediaContext": "fields_media",
  "fields/ratingId": "fields_rating_id",
  "fields/scaleId": "fields_scale_id",
  "fields/language": "fields_language",
  "fields/labels": "fields_labels",
  "fields/claimantGuessed": "fields_claimant_guessed",
};

const ROOTS = ["statement", "gaps", "verdict", "rationale", "figures", "quotes", "sources", "fields"] as const;

/** A place on a card as it stands above the field; colleagues' browsers may name any place. */
export const placeWords = (say: Say<"places">, place: string): string => say(idOf(place));

/** The same for the gap of a sentence. */
export const placeSaying = (place: string): Saying => ({ room: "places", id: idOf(place) });

function idOf(place: string): Id {
  const root = place.split("/")[0];
  const id = Object.hasOwn(FIELDS, place) ? FIELDS[place] : ROOTS.find((one) => one === root);
  return id ?? "card";
}
