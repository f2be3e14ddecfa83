import { expect, test } from "vitest";
import { dateFormat, numberFormat, unitList } from "#domain/words/formats.ts";

test("a format is made once for each locale and shape", () => {
  const shape = { day: "numeric", timeZone: "UTC" } as const;
  expect(dateFormat("en-GB", shape)).toBe(dateFormat("en-GB", { ...shape }));
  expect(dateFormat("en-GB", { ...shape, timeZone: "Asia/Tokyo" }).format(0)).toBe("1");
  expect(dateFormat("en-GB", { ...shape, timeZone: "America/New_York" }).format(0)).toBe("31");
  expect(dateFormat("ar", shape)).not.toBe(dateFormat("en-GB", shape));
  expect([numberFormat("en").format(1_500), numberFormat("de").format(1_500)]).toEqual(["1,500", "1.500"]);
  expect(unitList("en").format(["Ana", "Bo"])).toBe("Ana, Bo");
});
