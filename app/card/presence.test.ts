import { afterEach, beforeEach, expect, test } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { Presence } from "#app/card/presence.ts";

let provider: WebsocketProvider;
let presence: Presence;
let told: number;

beforeEach(() => {
  provider = new WebsocketProvider("ws://nowhere.invalid", "card", new Y.Doc(), { connect: false, disableBc: true });
  presence = new Presence(provider);
  told = 0;
  provider.awareness.on("update", () => told++);
});

afterEach(() => {
  presence.destroy();
  provider.destroy();
  provider.awareness.destroy();
});

test("[ED15] a caret that stands where it stood is not told again", () => {
  const at = (place: number) => ({ anchor: { assoc: place }, head: { assoc: place } });
  presence.point("statement", at(1));
  presence.point("statement", at(1));
  expect(told).toBe(1);
  presence.point("statement", at(2));
  presence.point("gaps", at(2));
  presence.enter("gaps");
  expect(told).toBe(3);
});
