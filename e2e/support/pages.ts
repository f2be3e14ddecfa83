import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Member } from "#server/context.ts";
import type { TestDesk } from "#server/testing/desk.ts";

const ORIGIN = "http://localhost:3000";

/** Reads the finished pages of a desk in this process as a member does before any script runs, in English. */
export async function pagesOf({ services }: TestDesk) {
  const build = (await import(new URL("../../build/server/index.js", import.meta.url).href)) as ServerBuild;
  const answer = createRequestHandler(build, "production");
  return async (member: Member, path: string) => {
    const context = {
      ...{ services, member, nonce: "n", production: true, demo: false, origin: ORIGIN, network: "::" },
      ...{ readOnly: null, language: "en", setSession: () => "", endSession: () => "", keepLanguage: () => "" },
    } as unknown as AppLoadContext;
    const response = await answer(new Request(`${ORIGIN}${path}`), context);
    return { status: response.status, html: await response.text() };
  };
}

type Element = { name: string; attributes: string };
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Walks through the words of a page with the elements around them, outermost first; scripts of ours are left out. */
export function* wordsOf(html: string): Generator<{ words: string; around: Element[] }> {
  const around: Element[] = [];
  for (const [, words = "", name = "", attributes = ""] of bodyOf(html).matchAll(/([^<]*)<(\/?[\w-]+)([^>]*)>/g)) {
    if (words.trim() !== "") yield { words, around };
    if (name.startsWith("/"))
      around.length = Math.max(
        0,
        around.findLastIndex((one) => `/${one.name}` === name),
      );
    else if (!VOID.has(name) && !attributes.endsWith("/")) around.push({ name, attributes });
  }
}

/** The page without its own scripts and its head. */
export const bodyOf = (html: string): string => withoutScripts(html).replace(/^[\s\S]*?<body[^>]*>/, "");

/** The page without the scripts that carry the nonce of the answer. */
export const withoutScripts = (html: string): string =>
  html.replace(/<!--[\s\S]*?-->/g, "").replace(/<script[^>]* nonce="n"[^>]*>[\s\S]*?<\/script>/g, "");
