import type { Card } from "#domain/card.ts";
import { type CardNames, changedFields, type FieldDiff } from "#domain/card-diff.ts";
import type { ChangedPart } from "#domain/part-words.ts";

/** A part of a card that is restored by itself: a field as `FieldDiff` names it, or one source as `sources.<id>`. */
export type Part = string;

/** What is different in one part. */
export type PartDiff = { part: Part; label: string; fields: FieldDiff[] };

const SOURCE = "sources.";

export function partOf(field: string): Part {
  return field.startsWith(SOURCE) ? field.slice(0, field.lastIndexOf(".")) : field;
}

/** The id of the source that a part is, or null. */
export const sourceOf = (part: Part): string | null => (part.startsWith(SOURCE) ? part.slice(SOURCE.length) : null);

/** The differences between two cards, part by part, in the order in which the parts come first. */
export function byPart(fields: readonly FieldDiff[], names: CardNames): PartDiff[] {
  return [...Map.groupBy(fields, ({ field }) => partOf(field))].map(([part, own]) => ({
    part,
    label: labelOf(part, own[0]?.label ?? "", names),
    fields: own,
  }));
}

/** The parts in which two cards differ, as far as a sign-off covers them. */
export function changedParts(before: Card, after: Card, names: CardNames): ChangedPart[] {
  const parts = changedFields(before, after, names).map(({ field }) => partOf(field));
  return [...new Set(parts)].map((part) => named(part, part, names));
}

/** A field that differs, with the source that it belongs to. */
export const changedField = (field: string, names: CardNames): ChangedPart => named(field, partOf(field), names);

function named(field: string, part: Part, names: CardNames): ChangedPart {
  const source = sourceOf(part);
  return { field, name: source === null ? "" : names.sourceLabel(source) };
}

function labelOf(part: Part, label: string, names: CardNames): string {
  const source = sourceOf(part);
  return source === null ? label : names.sourceLabel(source);
}
