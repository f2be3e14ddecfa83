import type { RootFacts } from "#app/shell/use-root.ts";
import { speechOf } from "#app/words/speeches.ts";
import { type MessageId, type Room, say, type Values } from "#domain/words/say.ts";

/**
 * The title of a page, for `meta`, which cannot use hooks: `({ matches }) => pageTitle(matches, "cases", "page_title")`.
 * The root's loader tells the language.
 */
export function pageTitle<R extends Room>(
  matches: readonly { id: string; data: unknown }[],
  room: R,
  id: MessageId<R>,
  values?: Values,
): [{ title: string }] {
  const root = matches.find((match) => match.id === "root")?.data as RootFacts | undefined;
  return [{ title: say(speechOf(root?.language), room, id, values) }];
}
