import type { Db } from "#db/client.ts";
import { writePublicPages } from "#db/queries/publications.ts";
import type { Context, Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";
import { once } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";
import { makeSignedCase } from "../releases/long-release.ts";

/** Where strangers read the first release of the second case. */
export const REPORT = "/published/2/1";
const CLAIMS = 100;

/** Makes a second case, all of it signed off, releases it and shows it to everybody. */
export async function publishReport(
  { services, context }: { services: Services; context: Context },
  [editor, reviewer]: [Member, Member],
): Promise<void> {
  // The desk was started without an address of its own, which the screen asks for first.
  writePublicPages(context.db as Db, { isOn: true, language: "en" });
  const number = makeSignedCase({ services, db: context.db, rooms: context.rooms }, [editor, reviewer], CLAIMS);
  const release = await releaseAll({ services }, editor, number);
  services.publications.publish(editor, number, release, { confirmed: false, ...once() });
}
