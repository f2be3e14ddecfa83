import { useLocation, useMatches } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { Roster } from "#app/case/roster.tsx";
import { hereOf } from "#app/case/whereabouts.ts";
import { type LiveShown, useHere } from "#app/live/use-live-case.ts";
import { ActivityLog } from "#app/together/activity-log.tsx";
import { caretsShown } from "#app/together/choices.ts";
import { FollowedBy, FollowLine } from "#app/together/follow-line.tsx";
import { PauseLine } from "#app/together/pause-line.tsx";
import { useUnsent } from "#app/together/unsent.ts";
import { type Following, useFollow } from "#app/together/use-follow.ts";
import { usePause } from "#app/together/use-pause.ts";
import { useSpot } from "#app/together/use-spot.ts";
import type { CaseView } from "#server/services/cases.ts";

export type Together = { me: string; parent: CaseView; live: LiveShown; following: Following };

/** Being on a case together: says where this person is, follows, pauses. The case's layout calls it, once. */
export function useTogether(parent: CaseView, me: string, live: LiveShown): Together {
  const { pathname } = useLocation();
  const spot = useSpot(
    live.roster.some((one) => one.following === me),
    pathname,
  );
  const following = useFollow({ caseNumber: parent.number, live, mayOpen: mayOpenIn(parent) });
  useHere(parent.id, { ...hereOf(useMatches()), field: spot, following: following?.who.memberId ?? null });
  usePause(parent.id);
  useUnsent();
  useCarets();
  return { me, parent, live, following };
}

const mayOpenIn = (parent: CaseView) => (screen: string) => screen !== "settings" || parent.can.configure;

/** In the head of the case: who is here. */
export function TogetherHead({ me, parent, live }: Together) {
  return (
    <div className="case-people">
      <FollowedBy me={me} roster={live.roster} />
      <Roster caseNumber={parent.number} me={me} roster={live.roster} mayOpen={mayOpenIn(parent)} />
    </div>
  );
}

/** Under the head: what this person has set going and can end. */
export function TogetherLines({ following }: Together) {
  return (
    <>
      <FollowLine following={following} />
      <PauseLine />
      <ActivityLog />
    </>
  );
}

function useCarets(): void {
  const shown = useSyncExternalStore(caretsShown.subscribe, caretsShown.get, () => "shown");
  useEffect(() => {
    document.documentElement.dataset.carets = shown;
  }, [shown]);
}
