import { expect, test } from "vitest";
import { beginningsOf, foldAddress } from "#domain/same-address.ts";

test("[CO6] two addresses of one page are one source; another page, or another query, is another", () => {
  const page = "port.example/register/7";
  for (const one of ["https://port.example/register/7", "http://www.PORT.example/register/7/", `https://${page}#top`])
    expect(foldAddress(one)).toBe(page);
  expect(foldAddress("https://port.example/register/7?sheet=2")).not.toBe(page);
  expect(foldAddress("https://port.example/register/70")).not.toBe(page);
  for (const none of ["", "a phone call", "javascript:alert(1)", "mailto:a@port.example"])
    expect(foldAddress(none)).toBeNull();
});

test("[CO6] every way to write an address begins as it is looked for", () => {
  const folded = foldAddress("https://port.example/register?sheet=2") ?? "";
  for (const one of ["http://www.port.example/register/?sheet=2#a", "https://port.example/register?sheet=2"])
    expect(beginningsOf(folded).some((beginning) => one.startsWith(beginning))).toBe(true);
});
