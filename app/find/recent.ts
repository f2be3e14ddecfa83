import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { placeIn } from "#app/find/places.ts";

// Only where somebody was is kept here; what stands there is asked for anew, so that a case that is closed to them
// meanwhile names itself no more. Signing out empties it.
const NAME = "assay.recent";
const KEPT = 8;

/** Where this person was last, latest first: "14-3" or "14". */
export function recentPlaces(): string[] {
  try {
    return (localStorage.getItem(NAME) ?? "").split(",").filter(Boolean).slice(0, KEPT);
  } catch {
    return [];
  }
}

/** Remembers each claim and case that is opened. The shell calls it, once. */
export function useRecent(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const place = placeIn(pathname);
    if (!place) return;
    const kept = [place, ...recentPlaces().filter((one) => one !== place)];
    try {
      localStorage.setItem(NAME, kept.slice(0, KEPT).join(","));
    } catch {
      // A browser that keeps nothing has no recent places.
    }
  }, [pathname]);
}
