import { SaxesParser } from "saxes";

export type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] };

/** Reads XML 1.0 with namespaces. @throws Error where it is not well-formed. */
export function readXml(text: string): Element {
  const root: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ name, attributes }) => {
    const given = Object.values(attributes).map((one) => [one.name, one.value]);
    const element = { name, attributes: Object.fromEntries(given), text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (words) => {
    const here = open.at(-1);
    if (here) here.text += words;
  });
  parser.on("closetag", () => void open.pop());
  parser.on("error", (fault) => {
    throw fault;
  });
  parser.write(text).close();
  return root.children[0] as Element;
}

export const all = ({ children }: Element, name: string) => children.filter((one) => one.name === name);
export const textOf = (element: Element, name: string) => all(element, name).map(({ text }) => text);
