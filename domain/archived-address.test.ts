import { expect, test } from "vitest";
import { archivedAddress } from "#domain/archived-address.ts";

const PAGE = "https://port.example/register/7?sheet=2#top";
const NOON = { at: Date.parse("2026-03-12T09:40:00Z"), precision: "time" };

test.each([
  [`https://web.archive.org/web/20260312094000/${PAGE}`, PAGE, NOON],
  [`http://web.archive.org/web/20260312094000if_/${PAGE}`, PAGE, NOON],
  ["https://web.archive.org/web/20260312094000/https:/port.example/7", "https://port.example/7", NOON],
  ["https://web.archive.org/web/20260312094000/port.example/7", "http://port.example/7", NOON],
  [`https://web.archive.org/web/20260312094000/${encodeURIComponent(PAGE)}`, PAGE, NOON],
  ["https://web.archive.org/web/2026/https%3A%ff", "https%3A%ff", null],
  [`https://archive.ph/2026.03.12-094000/${PAGE}`, PAGE, NOON],
  [`https://archive.today/20260312/${PAGE}`, PAGE, { at: Date.parse("2026-03-12"), precision: "day" }],
  [`https://arquivo.pt/wayback/20260312094000/${PAGE}`, PAGE, NOON],
  [`https://webarchive.nationalarchives.gov.uk/ukgwa/20260312094000/${PAGE}`, PAGE, NOON],
  [`https://web.archive.org/web/2026/${PAGE}`, PAGE, null],
  [`https://web.archive.org/web/20261399094000/${PAGE}`, PAGE, null],
  [`https://web.archive.org/web/*/${PAGE}`, PAGE, null],
  [`https://archive.is/newest/${PAGE}`, PAGE, null],
  [`https://archive.is/o/aB3dE/${PAGE}`, PAGE, null],
])("[CO9] %s names its page, and when it was kept", (address, original, made) => {
  expect(archivedAddress(address)).toEqual({ original, made });
});

test.each([
  "https://archive.ph/aB3dE",
  "https://perma.cc/AB12-CD34",
  "https://web.archive.org/save",
  "https://port.example/web/20260312094000/https://other.example/",
  "https://web.archive.org.evil.example/web/20260312094000/https://other.example/",
  "javascript:https://web.archive.org/web/20260312094000/https://other.example/",
  "",
])("[CO9] “%s” names none", (address) => {
  expect(archivedAddress(address)).toBeNull();
});
