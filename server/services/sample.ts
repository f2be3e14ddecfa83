import { allCases } from "#db/queries/cases.ts";
import { deactivateMember } from "#db/queries/people.ts";
import type { Context, Member } from "#server/context.ts";
import { makeSampleCase } from "#server/sample/sample-case.ts";
import { demand } from "#server/services/access.ts";
import type { Services } from "#server/services/index.ts";

const COLLEAGUES = [
  { name: "Robin Vale (sample)", email: "robin.vale@sample.invalid", role: "analyst" },
  { name: "Imke Sommer (sample)", email: "imke.sommer@sample.invalid", role: "editor" },
] as const;

/** The sample case of a real desk: its two colleagues are on the record only and can never sign in. */
export function sampleService({ db, now, rooms }: Context, services: Omit<Services, "sample">) {
  return {
    /** Makes it once; a second call gives the number of the one that is there. */
    make(actor: Member): { number: number } {
      demand(actor, "member.manage");
      const there = allCases(db).find((one) => one.sample);
      if (there) return { number: there.number };
      const [analyst, reviewer] = COLLEAGUES.map((one) => services.desk.addColleague(one));
      if (!analyst || !reviewer) throw new Error("The sample case needs two colleagues.");
      const number = makeSampleCase({ services, rooms }, { editor: actor, analyst, reviewer });
      for (const colleague of [analyst, reviewer]) deactivateMember(db, colleague.id, now());
      return { number };
    },
  };
}
