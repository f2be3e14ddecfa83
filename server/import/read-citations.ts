import { MOST_CITATIONS, type Work } from "#server/import/check.ts";
import { linksIn } from "#server/import/links-in.ts";
import { hasMarkup } from "#server/import/plain-text.ts";
import { readAddress, tidied } from "#server/import/read-text.ts";
import type { Notes } from "#server/import/report.ts";
import { at, entriesOf, first, isRecord, type Spot, type TextAt, textsAt } from "#server/import/spot.ts";

const ADDRESS = /https?:\/\/[^\s<>"]+/i;
const LONGEST_TITLE = 1_000;

type Given = { citations: Spot[]; body: Spot };

/** What a check rests on: what it names, and the links in its text, which lose their markup. Each once. */
export function readCitations({ citations, body }: Given, base: string, notes: Notes): Work[] {
  const named = citations.flatMap(entriesOf).map((spot) => workAt(spot, base, notes));
  const linked = textsAt(body).flatMap((one) => linksOf(one, base, notes));
  const works = new Map<string, Work>();
  for (const one of [...named, ...linked]) if (!works.has(nameOf(one))) works.set(nameOf(one), one);
  works.delete("");
  if (works.size > MOST_CITATIONS) tellTooMany(citations[0] ?? body, works.size, notes);
  return [...works.values()].slice(0, MOST_CITATIONS);
}

const nameOf = ({ title, url }: Work) => url || title;

function tellTooMany({ path }: Spot, count: number, notes: Notes): void {
  notes.add(path, "citations", "note_too_many", { count, limit: MOST_CITATIONS });
}

function workAt(spot: Spot, base: string, notes: Notes): Work {
  const [text] = isRecord(spot.value) ? [] : textsAt(spot);
  if (text) return workIn(read(spot, text), notes);
  const [title] = textsAt(first(at(spot, "name"), at(spot, "headline"), at(spot, "text")));
  const [address] = textsAt(first(at(spot, "url"), at(spot, "@id")));
  return {
    title: title ? titled(read(spot, title), notes) : "",
    url: address ? readAddress(read(spot, address), "citations", base, notes) : "",
  };
}

/** A reference in words, with its address somewhere in it or without one. */
function workIn({ path, text }: TextAt, notes: Notes): Work {
  const [address = ""] = ADDRESS.exec(text) ?? [];
  const words = text.replace(address, " ").trim();
  return {
    title: titled({ path, text: words }, notes),
    url: readAddress({ path, text: address }, "citations", "", notes),
  };
}

function read({ read: places }: Spot, one: TextAt): TextAt {
  places.add(one.path);
  return one;
}

const titled = (one: TextAt, notes: Notes) => tidied(one, "citations", notes, LONGEST_TITLE).trim();

function linksOf({ path, text }: TextAt, base: string, notes: Notes): Work[] {
  if (!hasMarkup(text)) return [];
  return linksIn(text)
    .map(({ words, href }) => ({
      title: titled({ path, text: words }, notes),
      url: readAddress({ path, text: href }, "citations", base, notes),
    }))
    .filter(({ url }) => url !== "");
}
