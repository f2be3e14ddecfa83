import { foldText } from "#domain/fold-text.ts";
import { withoutHiddenSigns } from "#domain/hidden-signs.ts";

/** A label as it is kept: without characters that nobody sees, and with single spaces. */
export const tidyLabel = (given: string): string =>
  withoutHiddenSigns(given).normalize("NFC").replace(/\s+/g, " ").trim();

/** What two labels have in common when they are one, in whatever letters they are written. */
export const labelKey = (label: string): string => foldText(label).trim();

export const hasLabel = (labels: readonly string[], label: string): boolean =>
  labels.some((one) => labelKey(one) === labelKey(label));

/** The labels with this one at their end; the same list where it is there already. */
export const withLabel = (labels: readonly string[], label: string): readonly string[] =>
  hasLabel(labels, label) ? labels : [...labels, label];

/** The labels without this one; the same list where it is not there. */
export const withoutLabel = (labels: readonly string[], label: string): readonly string[] =>
  hasLabel(labels, label) ? labels.filter((one) => labelKey(one) !== labelKey(label)) : labels;
