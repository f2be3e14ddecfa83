import { expect, test } from "vitest";
import { downloadOf } from "#app/release/download.ts";

const file = { fileName: "case-14-v1.html", mediaType: "text/html; charset=utf-8", body: "<h1>“É”</h1>" };

test("an HTML report is handed over as a file and never shown under our own address", () => {
  const { headers } = downloadOf(file);
  expect(headers.get("content-disposition")).toBe('attachment; filename="case-14-v1.html"');
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("content-security-policy")).toContain("sandbox");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a file name cannot break out of its header", () => {
  const { headers } = downloadOf({ ...file, fileName: 'a"; filename="evil.exe\r\nX: é.csv' });
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"$/);
});

test("the length is counted in bytes and the body arrives exactly", async () => {
  const response = downloadOf(file);
  const bytes = await response.arrayBuffer();
  expect(Number(response.headers.get("content-length"))).toBe(bytes.byteLength);
  expect(new TextDecoder().decode(bytes)).toBe(file.body);
});
