import { Fragment, type ReactNode } from "react";
import { useLanguage } from "#app/words/speech.tsx";
import { listing } from "#domain/words/listing.ts";

/** Elements one after the other, with what the language of the page puts between them. */
export function ListOf({ of: things }: { of: readonly ReactNode[] }) {
  const { language } = useLanguage();
  return listing(language)
    .formatToParts(things.map((_, at) => String(at)))
    .map(({ type, value }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what stands between two things has no name.
      <Fragment key={at}>{type === "element" ? things[Number(value)] : value}</Fragment>
    ));
}
