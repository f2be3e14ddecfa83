import { expect, test } from "vitest";
import { reloadList, reloadPart } from "#app/board/reach.ts";
import { keepForm } from "#app/live/keep-form.ts";

const at = (search: string) => new URL(`https://desk.example/cases/14/board${search}`);
const common = { currentParams: {}, nextParams: {}, defaultShouldRevalidate: true };

test("a filter works on the claims that are there and asks the server for nothing", () => {
  expect(reloadList({ ...common, currentUrl: at(""), nextUrl: at("?assignee=me") })).toBe(false);
});

test("another part of a list is loaded, and one that is refused stays", async () => {
  const other = { ...common, currentUrl: at(""), nextUrl: at("?page=2") };
  expect(reloadPart(other)).toBe(true);
  const actionResult = (await keepForm()({ serverAction: () => Promise.reject(new TypeError("Failed")) })) as never;
  expect(reloadPart({ ...other, formMethod: "POST", actionResult })).toBe(false);
});

test("a colleague's change loads the list again, with and without filters", () => {
  expect(reloadList({ ...common, currentUrl: at("?q=a"), nextUrl: at("?q=a") })).toBe(true);
});

test("a refusal loads the list again, because somebody else was faster", () => {
  const refused = { ...common, currentUrl: at(""), nextUrl: at(""), formMethod: "POST" as const, actionStatus: 409 };
  expect(reloadList({ ...refused, defaultShouldRevalidate: false })).toBe(true);
});

test("without a connection the list stays as it is", async () => {
  const serverAction = () => Promise.reject(new TypeError("Failed to fetch"));
  const actionResult = (await keepForm()({ serverAction })) as never;
  expect(reloadList({ ...common, currentUrl: at(""), nextUrl: at(""), formMethod: "POST", actionResult })).toBe(false);
});
