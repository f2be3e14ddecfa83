import { readTokens } from "#server/import/html-tokens.ts";
import { parseJson } from "#server/import/parse-json.ts";
import { hasMarkup, withoutMarkup } from "#server/import/plain-text.ts";
import { checksIn, type JsonFormat } from "#server/import/read-json.ts";
import type { Found, Note } from "#server/import/report.ts";

const MOST_SCRIPTS = 200;

/** Every check in the JSON-LD of a web page. What a script holds that is no JSON is told and not guessed. */
export function checksInPage(html: string): Found & { formats: JsonFormat[] } {
  const { scripts, count, address } = scriptsIn(html);
  const all = scripts.map((text, at) => checksInScript(text, `script[${at}]`, address));
  const told: Note[] = [];
  if (count === 0) told.push({ path: "$", field: null, id: "note_no_script" });
  const values = { count, limit: MOST_SCRIPTS };
  if (count > MOST_SCRIPTS) told.push({ path: "$", field: null, id: "note_many_scripts", values });
  return {
    checks: all.flatMap(({ checks }) => checks),
    reports: all.flatMap(({ reports }) => reports),
    notes: [...told, ...all.flatMap(({ notes }) => notes)],
    formats: [...new Set(all.flatMap(({ formats }) => formats))],
  };
}

function checksInScript(given: string, path: string, address: string): Found & { formats: JsonFormat[] } {
  const bare = given.trim().replace(/^<!--|-->$|^\/\/<!\[CDATA\[|\/\/\]\]>$|^<!\[CDATA\[|\]\]>$/g, "");
  const first = parseJson(bare);
  const isEscaped = "wrong" in first && /&(?:quot|#34|#x22);/i.test(bare) && hasMarkup(bare);
  const parsed = isEscaped ? parseJson(withoutMarkup(bare)) : first;
  const escaped: Note[] = isEscaped ? [{ path, field: null, id: "note_escaped" }] : [];
  if ("value" in parsed) {
    const found = checksIn(parsed.value, path, address);
    return { ...found, notes: [...escaped, ...found.notes] };
  }
  return { checks: [], reports: [], formats: [], notes: [...escaped, noteOfWrong(path, parsed.wrong)] };
}

type Wrong = Extract<ReturnType<typeof parseJson>, { wrong: unknown }>["wrong"];

export function noteOfWrong(path: string, wrong: Wrong): Note {
  if (wrong === "too_deep") return { path, field: null, id: "note_too_deep" };
  return { path, field: null, id: wrong.sign === "" ? "note_ends_early" : "note_no_json", values: wrong };
}

/** The texts of its first JSON-LD scripts, how many there are, and the address that the page gives itself. */
function scriptsIn(html: string): { scripts: string[]; count: number; address: string } {
  const scripts: string[] = [];
  let [isInside, canonical, count] = [false, "", 0];
  readTokens(html, {
    open: (name, attributes) => {
      const says = (attribute: string) => attributes.get(attribute) ?? "";
      const isJson = name === "script" && /^\s*application\/ld\+json\b/i.test(says("type"));
      if (isJson) count += 1;
      isInside = isJson && count <= MOST_SCRIPTS;
      if (isInside) scripts.push("");
      if (name === "link" && says("rel").toLowerCase() === "canonical") canonical ||= says("href");
      if (name === "meta" && says("property") === "og:url") canonical ||= says("content");
    },
    text: (piece) => {
      if (isInside) scripts[scripts.length - 1] += piece;
    },
    close: () => {
      isInside = false;
    },
  });
  return { scripts, count, address: /^https?:/i.test(canonical) ? canonical : "" };
}
