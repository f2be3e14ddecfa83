import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OutsideStore } from "#app/card/outside-store.ts";
import { usePart } from "#app/card/use-part.ts";

const people = [{ name: "Ana", field: "gaps" }];

function Field({ store, name }: { store?: OutsideStore<typeof people>; name: string }) {
  return String(usePart(store, people, (all) => all.find((one) => one.name === name)?.field));
}

test("a part is taken from what stands in the store, and from the first while there is none; it may be missing", () => {
  expect(renderToStaticMarkup(<Field name="Ana" />)).toBe("gaps");
  expect(renderToStaticMarkup(<Field name="Bo" />)).toBe("undefined");
  const store = new OutsideStore([{ name: "Bo", field: "verdict" }]);
  expect(renderToStaticMarkup(<Field store={store} name="Bo" />)).toBe("verdict");
});
