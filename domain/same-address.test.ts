import fc from "fast-check";
import { expect, test } from "vitest";
import { foldAddress, traceOf } from "#domain/same-address.ts";

test("[CO9] two addresses of one page are one source; another page, or another query, is another", () => {
  const page = "port.example/register/7";
  for (const one of ["https://port.example/register/7", "http://www.PORT.example/register/7/", `https://${page}#top`])
    expect(foldAddress(one)).toBe(page);
  for (const other of [`https://${page}?sheet=2`, `https://${page}0`, `https://archive.${page}`, `http://${page}/8`])
    expect(foldAddress(other), other).not.toBe(page);
  for (const none of ["", "a phone call", "javascript:alert(1)", "mailto:a@port.example"])
    expect(foldAddress(none)).toBeNull();
});

test.each([
  ["https://m.port.example/7", "port.example/7"],
  ["https://en.m.wikipedia.org/wiki/Harbour", "en.wikipedia.org/wiki/Harbour"],
  ["https://m.example/7", "m.example/7"],
  ["https://www.example/7", "www.example/7"],
  ["https://port.example./7", "port.example/7"],
  ["https://port.example:8080/7", "port.example:8080/7"],
  ["https://port.example/%7Eana/a%2fb", "port.example/~ana/a%2Fb"],
  ["https://port.example/7?utm_source=x&id=4&fbclid=y", "port.example/7?id=4"],
  ["https://port.example/7?utm_source=x", "port.example/7"],
  ["https://web.archive.org/web/20260312094000/http://www.port.example/7/?gclid=1", "port.example/7"],
  ["https://archive.ph/newest/https://web.archive.org/web/2026/https://port.example/7", "port.example/7"],
  ["https://perma.cc/AB12-CD34", "perma.cc/AB12-CD34"],
])("[CO9] %s is compared as %s", (address, folded) => {
  expect(foldAddress(address)).toBe(folded);
});

const word = fc.stringMatching(/^[a-z]{2,8}$/);
/** A page, by its host, path and query. */
const page = fc.record({
  host: fc.tuple(word, word).map(([name, land]) => `${name}.${land}`),
  path: fc.array(word, { maxLength: 3 }).map((parts) => parts.map((one) => `/${one}`).join("")),
  id: fc.option(word),
});
/** One of the ways in which people come by its address. */
const ways = {
  scheme: fc.constantFrom("http://", "https://", "HTTPS://"),
  before: fc.constantFrom("", "www.", "m.", "WWW."),
  slash: fc.constantFrom("", "/"),
  tracking: fc.constantFrom("", "utm_medium=mail", "fbclid=IwAR0&utm_source=a", "_ga=1.2"),
  anchor: fc.constantFrom("", "#top", "#/a?b"),
  archive: fc.constantFrom(
    ...["", "https://web.archive.org/web/20260312094000/", "https://web.archive.org/web/2026id_/"],
    ...["https://archive.ph/2026.03.12-094000/", "https://archive.is/o/aB3dE/"],
  ),
};
const way = fc.record(ways);

function written(
  { host, path, id }: { host: string; path: string; id: string | null },
  { scheme, before, slash, tracking, anchor, archive }: Record<keyof typeof ways, string>,
): string {
  const query = [id === null ? "" : `id=${id}`, tracking].filter(Boolean).join("&");
  return `${archive}${scheme}${before}${host}${path}${slash}${query && `?${query}`}${anchor}`;
}

test("[CO9] however the address of a page is written, it is one, and found by its trace; of another page it is another", () => {
  fc.assert(
    fc.property(page, page, way, way, (one, other, first, second) => {
      const folded = foldAddress(written(one, first)) ?? "";
      expect(foldAddress(written(one, second))).toBe(folded);
      expect(foldAddress(`https://${folded}`)).toBe(folded);
      expect(written(one, second).toLowerCase()).toContain(traceOf(folded));
      const isOne = one.host === other.host && one.path === other.path && one.id === other.id;
      expect(foldAddress(written(other, second)) === folded).toBe(isOne);
    }),
  );
});

test.each([
  ["https://münchen.example/", "example"],
  ["https://user@2130706433/x", ""],
  ["https://[::1]/x", ""],
  ["http://intranet/x", "intranet"],
])("[CO9] %s is found whatever it is written like", (address, trace) => {
  expect(address).toContain(traceOf(foldAddress(address) ?? ""));
  expect(trace).toContain(traceOf(foldAddress(address) ?? ""));
});
