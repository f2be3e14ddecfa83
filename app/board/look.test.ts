import { expect, test } from "vitest";
import { addressOfView, lookIn } from "#app/board/look.ts";

test("[BV6] the address of a view says everything itself, so a changed view changes no link", () => {
  const address = addressOfView(14, { id: "v1", screen: "table", search: "sort=due&assignee=me&view=other&to=//evil" });
  expect(address).toBe("/cases/14/table?assignee=me&sort=due&view=v1");
});

test("[BV6] two addresses that ask for the same are the same look, whatever their order", () => {
  const look = (search: string) => lookIn(new URLSearchParams(search));
  expect(look("status=inbox&q=ship&view=v1")).toBe(look("q=ship&status=inbox&rating="));
});

test("[BV23] a view keeps every filter", () => {
  const search = "assignee=me&claimant=Union&due=week&label=figures&q=ship&rating=none&status=inbox";
  expect(lookIn(new URLSearchParams(search))).toBe(search);
});
