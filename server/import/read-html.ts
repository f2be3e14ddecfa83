import { Parser } from "htmlparser2";
import { parseJson } from "#server/import/parse-json.ts";
import { hasMarkup, withoutMarkup } from "#server/import/plain-text.ts";
import { checksIn, type JsonFormat } from "#server/import/read-json.ts";
import type { Found, Note } from "#server/import/report.ts";

const MOST_SCRIPTS = 200;

/** Every check in the JSON-LD of a web page. What a script holds that is no JSON is told and not guessed. */
export function checksInPage(html: string): Found & { formats: JsonFormat[] } {
  const { scripts, address } = scriptsIn(html);
  const all = scripts.map((text, at) => checksInScript(text, `script[${at}]`, address));
  const none: Note[] = scripts.length === 0 ? [{ path: "$", field: null, id: "note_no_script" }] : [];
  return {
    checks: all.flatMap(({ checks }) => checks),
    reports: all.flatMap(({ reports }) => reports),
    notes: [...none, ...all.flatMap(({ notes }) => notes)],
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

/** The texts of its JSON-LD scripts, and the address that the page gives itself. */
function scriptsIn(html: string): { scripts: string[]; address: string } {
  const scripts: string[] = [];
  let [isInside, canonical] = [false, ""];
  const parser = new Parser({
    onopentag: (name, { type = "", rel = "", href = "", property = "", content = "" }) => {
      isInside = name === "script" && /^\s*application\/ld\+json\b/i.test(type) && scripts.length < MOST_SCRIPTS;
      if (isInside) scripts.push("");
      if (name === "link" && rel.toLowerCase() === "canonical") canonical ||= href;
      if (name === "meta" && property === "og:url") canonical ||= content;
    },
    ontext: (piece) => {
      if (isInside) scripts[scripts.length - 1] += piece;
    },
    onclosetag: () => {
      isInside = false;
    },
  });
  parser.end(html);
  return { scripts, address: /^https?:/i.test(canonical) ? canonical : "" };
}
