import { useEffect } from "react";
import { cookieIn } from "#app/shell/kept-look.ts";
import { ownTimeZone, timeZoneNamed } from "#domain/time-zone.ts";

const NAME = "assay-zone";
const YEAR = 365 * 24 * 60 * 60;

/** The time zone that this browser said it is in; null where it has not said it, or none that there is. */
export function readZone(request: Request): string | null {
  return timeZoneNamed(cookieIn(request, NAME) ?? "");
}

/** Tells the server where the reader's clock stands, so that its next page has their times from the beginning. */
export function useKeptZone(kept: string | null | undefined): void {
  useEffect(() => {
    const zone = ownTimeZone();
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store.
    if (zone !== kept) document.cookie = `${NAME}=${zone}; Path=/; Max-Age=${YEAR}; SameSite=Lax`;
  }, [kept]);
}
