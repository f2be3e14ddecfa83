import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sheets = globSync(["app/**/*.css", "server/public/**/*.css"], { cwd: root });

/** Declarations that name a side of the page instead of where its words begin. */
const SIDES = [
  /(?:^|[\s;{])(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*)\s*:/gm,
  /border-(?:top|bottom)-(?:left|right)-radius\s*:/g,
  /(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b/g,
  /(?:margin|padding|inset|border-width)\s*:\s*\S+[ ]+(\S+)[ ]+\S+[ ]+(?!\1[;\s])[^\s;]+;/g,
];

const sidesIn = (css: string) => {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\((?:[^()]|\([^()]*\))*\)/g, "");
  return SIDES.flatMap((side) => [...bare.matchAll(side)].map(([found]) => found.trim()));
};

test("a side of the page is found in each way of writing it", () => {
  for (const css of [
    "a { left: 0; }",
    "a { margin-left: 1px; }",
    "a { border-right-color: red; }",
    "a { text-align: right; }",
    "a { border-top-left-radius: 3px; }",
    "a { padding: 1px 2px 3px 4px; }",
  ])
    expect(sidesIn(css), css).toHaveLength(1);
  expect(sidesIn("a { margin: 1px 2px 3px 2px; inset-inline-start: 0; padding: max(1px, 2px) 3px 4px; }")).toEqual([]);
});

test("no stylesheet names left or right: from right to left, everything stands on the other side", () => {
  expect(sheets.length).toBeGreaterThan(60);
  const found = sheets.flatMap((file) =>
    sidesIn(readFileSync(`${root}/${file}`, "utf8")).map((side) => `${file}: ${side}`),
  );
  expect(found).toEqual([]);
});
