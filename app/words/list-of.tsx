import { Fragment, type ReactNode } from "react";
import { useLanguage } from "#app/words/speech.tsx";
import { unitList } from "#domain/words/formats.ts";

/** Elements one after the other, with what the language of the page puts between them. */
export function ListOf({ of: things }: { of: readonly ReactNode[] }) {
  const { locale } = useLanguage();
  return unitList(locale)
    .formatToParts(things.map((_, at) => String(at)))
    .map(({ type, value }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what stands between two things has no name.
      <Fragment key={at}>{type === "element" ? things[Number(value)] : value}</Fragment>
    ));
}
