import * as Y from "yjs";
import { TEXT_FIELDS, type TextField } from "#domain/card.ts";
import { type Part, sourceOf } from "#domain/card-parts.ts";
import { rationaleRoot, textRoot } from "#domain/card-roots.ts";
import { MEDIA_STRING_KEYS } from "#domain/media.ts";
import { restoreNodes, restoreWords } from "#server/past/restore-words.ts";

/** The keys of the `fields` map that make one part. */
const FIELD_PARTS: Readonly<Record<Part, readonly string[]>> = {
  claimant: ["claimant", "claimantGuessed"],
  claimantGuessed: ["claimantGuessed"],
  outlet: ["outlet"],
  speaker: ["speaker"],
  organisation: ["organisation"],
  mode: ["mode"],
  saidWhen: ["saidWhen"],
  saidWhenPrecision: ["saidWhenPrecision"],
  saidWhere: ["saidWhere"],
  rating: ["ratingId", "scaleId"],
  language: ["language"],
  labels: ["labels"],
  media: ["mediaKind", "mediaFindings", ...MEDIA_STRING_KEYS],
};

export const isPart = (part: Part): boolean =>
  Object.hasOwn(FIELD_PARTS, part) ||
  isText(part) ||
  sourceOf(part) !== null ||
  ["figures", "quotes", "rationale"].includes(part);

/**
 * Makes one part of a card say what it said in another state of the same card. What is the same in both stays as it is,
 * so that it keeps its authors. Call inside a transaction.
 */
export function restorePart(doc: Y.Doc, then: Y.Doc, part: Part): void {
  const source = sourceOf(part);
  if (isText(part)) restoreWords(textRoot(doc, part), textRoot(then, part));
  else if (part === "rationale") restoreNodes(rationaleRoot(doc), rationaleRoot(then));
  else if (part === "figures" || part === "quotes") restoreKeys(doc.getMap(part), then.getMap(part));
  else if (source !== null) restoreSource(doc.getMap("sources"), then.getMap("sources"), source);
  else restoreKeys(doc.getMap("fields"), then.getMap("fields"), FIELD_PARTS[part] ?? []);
}

/** The same for the whole card. */
export function restoreCard(doc: Y.Doc, then: Y.Doc): void {
  for (const field of TEXT_FIELDS) restoreWords(textRoot(doc, field), textRoot(then, field));
  for (const root of ["fields", "figures", "quotes"]) restoreKeys(doc.getMap(root), then.getMap(root));
  for (const id of keysOf(doc.getMap("sources"), then.getMap("sources")))
    restoreSource(doc.getMap("sources"), then.getMap("sources"), id);
  restoreNodes(rationaleRoot(doc), rationaleRoot(then));
}

const isText = (part: Part): part is TextField => TEXT_FIELDS.some((field) => field === part);

type Values = Y.Map<unknown>;

const keysOf = (now: Values, then: Values) => new Set([...now.keys(), ...then.keys()]);

function restoreKeys(now: Values, then: Values, keys: Iterable<string> = keysOf(now, then)): void {
  for (const key of keys) {
    if (!then.has(key)) now.delete(key);
    else if (JSON.stringify(now.get(key)) !== JSON.stringify(then.get(key))) now.set(key, then.get(key));
  }
}

/** A source that is there again is the same one: citations name it by its id. */
function restoreSource(now: Values, then: Values, id: string): void {
  const was = then.get(id);
  if (!(was instanceof Y.Map)) return void now.delete(id);
  const is = now.get(id);
  if (is instanceof Y.Map) restoreKeys(is, was);
  else now.set(id, new Y.Map(was.entries()));
}
