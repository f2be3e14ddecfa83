import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";
import { once } from "#server/testing/desk.ts";

/** Releases what is ready in a case, as a person does who has seen the list. Returns the number of the release. */
export async function releaseAll(
  { services }: { services: Pick<Services, "releases"> },
  editor: Member,
  caseNumber = 1,
): Promise<number> {
  const { ready } = await services.releases.preflight(editor, caseNumber);
  const expected = ready.map(({ claimId, contentHash }) => ({ claimId, contentHash }));
  return (await services.releases.make(editor, caseNumber, { expected, ...once() })).number;
}
