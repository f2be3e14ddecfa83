import { expect, test } from "vitest";
import { LIMITS } from "#domain/limits.ts";
import { readSettings, settings } from "#server/env.ts";

test("[HT11] every setting has a default, and an empty one counts as not given", () => {
  const empty = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, ""]));
  expect(readSettings(empty)).toEqual({
    PORT: 3000,
    HOST: "127.0.0.1",
    ASSAY_DATA: "./data",
    ASSAY_TRUST_PROXY: false,
    ASSAY_PRIVATE_WEBHOOKS: false,
    LOG_LEVEL: "info",
    ASSAY_LIMIT_ARTICLE: LIMITS.article,
    ASSAY_LIMIT_MESSAGE: LIMITS.message,
    ASSAY_LIMIT_DOCUMENT: LIMITS.document,
    ASSAY_LIMIT_PARTS: LIMITS.documentStructs,
    ASSAY_LIMIT_OPENING: LIMITS.opening,
    ASSAY_LIMIT_PRESENCE: LIMITS.awareness,
    ASSAY_LIMIT_MESSAGES: LIMITS.messagesPerSecond,
    ASSAY_LIMIT_BYTES: LIMITS.bytesPerSecond,
    ASSAY_LIMIT_BUFFER: LIMITS.socketBuffer,
    ASSAY_LIMIT_SOCKETS: LIMITS.socketsPerMember,
  });
  expect(readSettings({ UNRELATED: "x" })).toEqual(readSettings({}));
});

test.each([
  ["PORT", "abc", "PORT must be a number, for example 3000."],
  ["PORT", "70000", "PORT must be between 0 and 65535."],
  ["PORT", "-1", "PORT must be between 0 and 65535."],
  ["PORT", "3000.5", "PORT must be a whole number, for example 3000."],
  ["ASSAY_ORIGIN", "desk.example.org", "must be the full address people type, for example https://desk.example.org"],
  ["ASSAY_ORIGIN", "https://desk.example.org/", "nothing after it"],
  ["ASSAY_ORIGIN", "https://desk.example.org/assay", "nothing after it"],
  ["ASSAY_ORIGIN", "https://desk.example.org?x", "nothing after it"],
  ["ASSAY_ORIGIN", "https://desk.example.org#x", "nothing after it"],
  ["ASSAY_ORIGIN", "https://me:secret@desk.example.org", "nothing after it"],
  ["ASSAY_ORIGIN", "https://Desk.example.org", "lower case"],
  ["ASSAY_ORIGIN", "https://desk.example.org:443", "what browsers send"],
  ["ASSAY_ORIGIN", "ftp://desk.example.org", "http or https"],
  ["ASSAY_TRUST_PROXY", "yes", "ASSAY_TRUST_PROXY must be true or false."],
  ["LOG_LEVEL", "loud", "LOG_LEVEL must be fatal, error, warn, info, debug or silent."],
  ["ASSAY_LIMIT_ARTICLE", "2 MB", "ASSAY_LIMIT_ARTICLE must be a number."],
  ["ASSAY_LIMIT_MESSAGE", "0", "ASSAY_LIMIT_MESSAGE must be above 0."],
  ["ASSAY_LIMIT_DOCUMENT", "-5", "ASSAY_LIMIT_DOCUMENT must be above 0."],
  ["ASSAY_LIMIT_SOCKETS", "1.5", "ASSAY_LIMIT_SOCKETS must be a whole number."],
])("[HT11] %s=%s stops the start with a sentence that says what to write", (name, value, words) => {
  const start = () => readSettings({ [name]: value });
  expect(start).toThrow(/^Assay did not start, because a setting is wrong:\n/);
  expect(start).toThrow(`\n  ${name}: `);
  expect(start).toThrow(words);
  expect(start).toThrow(/\nThe settings are explained in \.env\.example\.$/);
});

test("[HT11] every wrong setting is named at once", () => {
  const start = () => readSettings({ PORT: "abc", LOG_LEVEL: "loud", HOST: "0.0.0.0" });
  expect(start).toThrow(/\n {2}PORT: .*\n {2}LOG_LEVEL: .*\nThe settings/);
});

test.each([
  "https://desk.example.org",
  "http://192.0.2.4:8080",
  "https://xn--bcher-kva.example",
  "http://[2001:db8::1]:3000",
])("[HT11] ASSAY_ORIGIN=%s is taken as it is", (origin) =>
  expect(readSettings({ ASSAY_ORIGIN: origin }).ASSAY_ORIGIN).toBe(origin),
);
