import { expect, test } from "vitest";
import { spoken } from "#app/words/spoken.fixture.tsx";
import { useList } from "#app/words/use-list.ts";

const Names = ({ of }: { of: string[] }) => useList()(of);

test("[WD7] names are listed as the language of the page lists them", () => {
  expect(spoken(<Names of={["Ana", "Bo", "Chris"]} />)).toBe("Ana, Bo, Chris");
  expect(spoken(<Names of={["آنا", "بو", "كريس"]} />, "ar")).toMatch(/^آنا،? وبو،? وكريس$/);
  expect(spoken(<Names of={[]} />)).toBe("");
});
