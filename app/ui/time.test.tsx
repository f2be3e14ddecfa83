import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { inWords, Time } from "#app/ui/time.tsx";

test("[CL11] a time that no calendar has is said to be none, and takes no page down", () => {
  for (const at of [9_000_000_000_000_000, -9e15, Number.NaN])
    for (const show of ["date", "time", "moment", "near"] as const)
      expect(renderToStaticMarkup(<Time at={at} show={show} />)).toBe("<span>no real time</span>");
});

test("a time near now has its year when that is another one", () => {
  const year = new Date().getFullYear();
  expect(inWords(new Date(year + 1, 5, 3, 18).getTime(), "near")).toContain(String(year + 1));
  expect(inWords(new Date(year, new Date().getMonth() < 6 ? 10 : 2, 3, 18).getTime(), "near")).not.toContain(
    String(year),
  );
});
