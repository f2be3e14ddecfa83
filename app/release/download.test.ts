import { expect, test } from "vitest";
import { downloadOf } from "#app/release/download.ts";

const file = {
  fileName: "case-14-v1.html",
  mediaType: "text/html; charset=utf-8",
  pieces: ["<h1>", "“É”</h1>", new Uint8Array([0, 255])],
};
/** As the server does, but at once. */
const stream = (pieces: Iterable<string | Uint8Array>) =>
  new Blob([...pieces] as BlobPart[]).stream() as ReadableStream<Uint8Array>;

test("an HTML report is handed over as a file and never shown under our own address", () => {
  const { headers } = downloadOf({ stream }, file);
  expect(headers.get("content-disposition")).toBe('attachment; filename="case-14-v1.html"');
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("content-security-policy")).toContain("sandbox");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a file name cannot break out of its header", () => {
  const { headers } = downloadOf({ stream }, { ...file, fileName: 'a"; filename="evil.exe\r\nX: é.csv' });
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"$/);
});

test("the body arrives exactly, text and bytes", async () => {
  const bytes = new Uint8Array(await downloadOf({ stream }, file).arrayBuffer());
  expect(new TextDecoder().decode(bytes.slice(0, -2))).toBe("<h1>“É”</h1>");
  expect([...bytes.slice(-2)]).toEqual([0, 255]);
});
