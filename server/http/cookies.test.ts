import { expect, test } from "vitest";
import { sessionCookie } from "#server/http/cookies.ts";

test("[HT8] on https the cookie can be set by no other host or path, read by no script, and lasts seven days", () => {
  const cookie = sessionCookie(true, 443);
  expect(cookie.set("id-1")).toBe("__Host-assay=id-1; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=Lax");
  expect(cookie.clear()).toBe("__Host-assay=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax");
});

test("[HT8] without https it names the port, because browsers share cookies between ports", () => {
  const cookie = sessionCookie(false, 3000);
  expect(cookie.set("id-1")).toBe("assay-3000=id-1; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax");
  expect(cookie.read("assay-3001=id-2; assay-3000=id-1")).toBe("id-1");
});

test.each([undefined, "", ";", "assay-3000", "assay-3001=x", "xassay-3000=x"])(
  "[HT8] %j holds no session",
  (header) => {
    expect(sessionCookie(false, 3000).read(header) || null).toBeNull();
  },
);
