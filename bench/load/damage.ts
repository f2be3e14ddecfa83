import * as Y from "yjs";
import { appendParagraph } from "#domain/rationale-write.ts";
import {
  acknowledgeFrame,
  awarenessFrame,
  heartbeatFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from "#server/collab/frames.ts";

/** The card that is damaged, before anybody touches it. */
export function writeCard(doc: Y.Doc): void {
  doc.getText("statement").insert(0, "Up to 2,400 containers were left on the quay.");
  doc.getMap("fields").set("claimant", "The union");
  appendParagraph(doc.getXmlFragment("rationale"), ["Counted twice, see ", { cite: "s1" }, "."]);
}

/** One of each kind of frame that a browser sends on this card, and a paste that the server tries on a copy first. */
export function corpus(card: Uint8Array): Uint8Array[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, card);
  const frames = [step1Frame(Y.encodeStateVector(doc)), acknowledgeFrame(7), heartbeatFrame()];
  doc.on("update", (update) => frames.push(updateFrame(update)));
  doc.getText("gaps").insert(0, "The cold stores");
  doc.getText("gaps").delete(4, 5);
  doc.getText("gaps").insert(3, "Every keystroke is an edit of its own. ".repeat(250));
  const figure = { qualifier: "up_to", value: "2400", upper: "", unit: "containers", asOf: "", order: "a0" };
  doc.getMap("figures").set("f", figure);
  const source = new Y.Map<unknown>();
  source.set("title", "Port log");
  doc.getMap("sources").set("s1", source);
  source.set("stance", "supports");
  doc.getText("statement").delete(0, 6);
  appendParagraph(doc.getXmlFragment("rationale"), ["And once more, see ", { cite: "s1" }, "."]);
  frames.push(step2Frame(Y.encodeStateAsUpdate(doc)));
  const cursor = { anchor: { tname: "gaps" }, head: { item: { client: doc.clientID, clock: 3 } } };
  frames.push(awarenessFrame([{ clientId: doc.clientID, clock: 1, state: { field: "gaps", cursor } }]));
  doc.destroy();
  return frames;
}

/** Bits turned, bytes put in or taken out, the end cut off, or a piece of another frame in the middle. */
export function damaged(frames: readonly Uint8Array[], random: () => number): Uint8Array {
  const pick = (length: number) => Math.floor(random() * length);
  const any = () => frames[pick(frames.length)] ?? new Uint8Array();
  let bytes = Buffer.from(any());
  const replace = (at: number, length: number, by: Uint8Array) =>
    Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);
  for (let times = 1 + pick(3); times > 0; times--) {
    const at = pick(bytes.length);
    const kind = pick(5);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8));
    else if (kind === 1) bytes = replace(at, 1, new Uint8Array());
    else if (kind === 2) bytes = replace(at, 0, new Uint8Array([pick(256)]));
    else if (kind === 3) bytes = bytes.subarray(0, at);
    else bytes = replace(at, pick(4), any().subarray(0, pick(12)));
  }
  return bytes;
}
