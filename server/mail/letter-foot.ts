import type { Say } from "#domain/words/say.ts";

/** What stands under every mail: the way to the list, and to the switch that ends these mails. */
export const footOf = (say: Say<"mail">, origin: string): string[] => [
  "",
  say("all_notifications", { address: `${origin}/notifications` }),
  say("choose", { address: settingsAddress(origin) }),
];

export const settingsAddress = (origin: string) => `${origin}/notifications/settings`;
