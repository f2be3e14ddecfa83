/** Which claims stand in which group, and in which order. */
export type Arrangement = readonly { key: string; words: string; ids: readonly string[] }[];

/**
 * The arrangement on the screen with only my own claims put where they belong now; everything else stays where it is,
 * because somebody points at it. A claim of mine stands after the nearest one before it that is on the screen.
 */
export function settle(shown: Arrangement, wanted: Arrangement, mine: ReadonlySet<string>): Arrangement {
  const known = new Set(shown.map((group) => group.key));
  const added = wanted.filter((group) => !known.has(group.key)).map((group) => ({ ...group, ids: [] }));
  return [...shown, ...added].map((group) => {
    const kept = group.ids.filter((id) => !mine.has(id));
    const target = wanted.find((one) => one.key === group.key)?.ids ?? [];
    return { ...group, ids: target.some((id) => mine.has(id)) ? placed(kept, target, mine) : kept };
  });
}

function placed(kept: readonly string[], target: readonly string[], mine: ReadonlySet<string>): string[] {
  const result = [...kept];
  const standing = new Set(kept);
  let before: string | null = null;
  for (const id of target) {
    if (mine.has(id)) {
      result.splice(before === null ? 0 : result.indexOf(before) + 1, 0, id);
      before = id;
    } else if (standing.has(id)) before = id;
  }
  return result;
}

/** How many claims are new, gone, in another group or at another place than on the screen. */
export function countWaiting(shown: Arrangement, wanted: Arrangement): number {
  const [groupNow, groupThen] = [groupsOf(shown), groupsOf(wanted)];
  const strayed = [...groupNow].filter(([id, key]) => groupThen.get(id) !== key).length;
  const added = [...groupThen.keys()].filter((id) => !groupNow.has(id)).length;
  return strayed + added + wanted.reduce((sum, group) => sum + reordered(group, groupNow, shown), 0);
}

function groupsOf(arrangement: Arrangement): Map<string, string> {
  return new Map(arrangement.flatMap(({ key, ids }) => ids.map((id) => [id, key] as const)));
}

/** How many claims of a group have to move so that those which stayed in it are in order. */
function reordered({ key, ids }: Arrangement[number], groupNow: Map<string, string>, shown: Arrangement): number {
  const now = shown.find((group) => group.key === key)?.ids ?? [];
  const placeNow = new Map(now.map((id, at) => [id, at]));
  const places = ids.filter((id) => groupNow.get(id) === key).map((id) => placeNow.get(id) ?? 0);
  return places.length - longestRise(places);
}

/** The length of the longest rising part, by the last value of the best one of each length. */
function longestRise(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    ends[low] = value;
  }
  return ends.length;
}
