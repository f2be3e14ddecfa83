import type { Db } from "#db/client.ts";
import { allCases } from "#db/queries/cases.ts";
import { firstEditOf } from "#db/queries/numbers.ts";

import { CHARTS, type ChartId, DAY_MS, type Days } from "#domain/numbers.ts";
import { can, isInCase } from "#domain/roles.ts";
import { STATUSES, type Status } from "#domain/status.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import type { ExportFile } from "#server/export/index.ts";
import { type AgeingRow, ageing } from "#server/numbers/ageing.ts";
import { type Counted, countedClaims } from "#server/numbers/counted.ts";
import { type Coverage, coverageOf } from "#server/numbers/coverage-count.ts";
import { type LoadRow, load } from "#server/numbers/load.ts";
import { numbersCsv } from "#server/numbers/numbers-csv.ts";
import { type Times, timesOf } from "#server/numbers/times.ts";
import { type VerdictRow, verdictMix } from "#server/numbers/verdict-mix.ts";
import { accessOf, type CaseRecord, caseFor } from "#server/services/access.ts";
import { activePeople, peopleById } from "#server/services/people-view.ts";

/** How long a claim took from the first edit, or else from its making, until its first complete sign-off. */
export type Finished = { reference: string; startedAt: number; signedAt: number };

export type Numbers = {
  /** When it was counted. */
  at: number;
  days: Days;
  claims: number;
  /** As things stand now, whatever the range. */
  ageing: AgeingRow[];
  load: LoadRow[];
  coverage: Coverage;
  /** Of claims that were made in the range. */
  statuses: { status: Status; claims: number }[];
  verdicts: VerdictRow[];
  /** Of claims that were first signed off in the range. */
  times: Times | null;
};

/** What can be counted about one case, or about all that are open to somebody. Nothing else is in any number. */
export function numbersService({ db, now }: Context) {
  return {
    ofCase(actor: Member, caseNumber: number, days: Days): Numbers {
      return count(db, [caseFor(db, actor, caseNumber, "case.read")], days, now()).numbers;
    },

    ofDesk(actor: Member, days: Days): Numbers {
      return count(db, casesOf(db, actor), days, now()).numbers;
    },

    /** @throws AppError not_found for a chart that does not exist. */
    caseFile(actor: Member, caseNumber: number, chart: string, days: Days): ExportFile {
      const parent = caseFor(db, actor, caseNumber, "case.read");
      return fileOf(chart, `case-${parent.number}`, [parent], days);
    },

    deskFile: (actor: Member, chart: string, days: Days): ExportFile => fileOf(chart, "desk", casesOf(db, actor), days),
  };

  function fileOf(asked: string, stem: string, parents: readonly CaseRecord[], days: Days): ExportFile {
    const chart = chartNamed(asked);
    const at = now();
    const csv = numbersCsv(chart, count(db, parents, days, at));
    const day = new Date(at).toISOString().slice(0, 10);
    const mediaType = "text/csv; charset=utf-8; header=present";
    return { fileName: `${stem}-${chart}-${day}.csv`, mediaType, pieces: [csv] };
  }
}

const casesOf = (db: Db, actor: Member) => allCases(db).filter((one) => can(actor, "case.read", accessOf(db, one)));

function chartNamed(asked: string): ChartId {
  const chart = CHARTS.find((one) => one === asked);
  if (chart) return chart;
  throw refusal("not_found", "numbers", "no_such_chart", { names: CHARTS.join(", ") });
}

function count(
  db: Db,
  parents: readonly CaseRecord[],
  days: Days,
  at: number,
): { numbers: Numbers; finished: Finished[] } {
  const claims = countedClaims(db, parents);
  const from = days === null ? 0 : at - days * DAY_MS;
  const made = claims.filter((one) => one.createdAt >= from);
  const finished = claims.flatMap((one) => finishedIn(db, one, from));
  const numbers = {
    ...{ at, days, claims: claims.length },
    ageing: ageing(claims, at),
    load: load(claims, workers(db, parents), peopleById(db)),
    coverage: coverageOf(
      db,
      parents.map((one) => one.id),
    ),
    statuses: STATUSES.map((status) => ({ status, claims: made.filter((one) => one.status === status).length })),
    verdicts: verdictMix(made),
    times: timesOf(finished.map((one) => one.signedAt - one.startedAt)),
  };
  return { numbers, finished };
}

function finishedIn(db: Db, { id, reference, createdAt, firstSignedAt }: Counted, from: number): Finished[] {
  if (firstSignedAt === null || firstSignedAt < from) return [];
  const edited = firstEditOf(db, id);
  const startedAt = edited !== null && edited <= firstSignedAt ? edited : createdAt;
  return [{ reference, startedAt, signedAt: firstSignedAt }];
}

/** Whoever can be given work in one of these cases. */
function workers(db: Db, parents: readonly CaseRecord[]) {
  const accesses = parents.map((one) => accessOf(db, one));
  return activePeople(db).filter((one) => one.role !== "viewer" && accesses.some((access) => isInCase(one, access)));
}
