import * as Y from "yjs";
import { addSource, setField } from "#domain/card-edit.ts";
import { appendParagraph } from "#domain/rationale-write.ts";

const KEYS = 3_600;
const WORDS = "both sides gave a list of what was left on the quay and neither says who had counted ";

/**
 * What somebody does with a card in an hour, a key a second: paragraphs of the rationale and the gaps by turns, every sixth
 * key takes the last letter back, now and then a field or a new source. Ends with `last` in the gaps.
 */
export function hourOf(client: number, last: string): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on("update", (update) => updates.push(update));
  for (let key = 0; key < KEYS; key++) doc.transact(() => press(doc, key));
  doc.getText("gaps").insert(doc.getText("gaps").length, last);
  doc.destroy();
  return updates;
}

function press(doc: Y.Doc, key: number): void {
  const rationale = doc.getXmlFragment("rationale");
  if (key % 400 === 0) appendParagraph(rationale, [" "]);
  else if (key % 900 === 450) addSource(doc, `${doc.clientID}-${key}`, { title: `Bulletin ${key}`, stance: "context" });
  else if (key % 250 === 125) setField(doc, "saidWhere", `Quay ${key}`);
  else write(key % 800 < 400 ? lastWords(rationale) : doc.getText("gaps"), key);
}

function write(text: Y.Text, key: number): void {
  if (key % 6 === 5 && text.length > 0) text.delete(text.length - 1, 1);
  else text.insert(text.length, WORDS[key % WORDS.length] ?? " ");
}

const lastWords = (rationale: Y.XmlFragment) =>
  (rationale.get(rationale.length - 1) as Y.XmlElement).get(0) as Y.XmlText;
