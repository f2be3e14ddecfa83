import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Connection } from "#app/live/live-state.ts";
import { announce } from "#app/ui/announcer.tsx";

/** A short interruption mends itself before anybody has read about it. */
const PATIENCE_MS = 1_200;

const AWAY = "Reconnecting… What colleagues change shows up here once the connection is back.";
const SIGNED_OUT = "You are signed out, so this page stands still. What you typed is still here.";
const REFUSED = "This page no longer follows the case: it is not open to you any more.";

type LineProps = { connection: Connection; isSignedOut: boolean };

/** Says that colleagues' changes do not arrive at the moment. It stands in the page and covers nothing. */
export function ConnectionLine({ connection, isSignedOut }: LineProps) {
  const isLong = useLasting(connection === "reconnecting");
  const isRefused = connection === "refused" && !isSignedOut;
  const words = isSignedOut ? SIGNED_OUT : isRefused ? REFUSED : isLong ? AWAY : null;
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  if (!words) return null;
  return (
    <p className="connection-line">
      {words}{" "}
      {isSignedOut && (
        <Link to="/sign-in" target="_blank">
          Sign in in another tab
        </Link>
      )}
      {isRefused && (
        <Link to="." reloadDocument>
          Load the page again
        </Link>
      )}
    </p>
  );
}

/** True once something has been so for a while. */
function useLasting(isSo: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isSo) return setLong(false);
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && isLong;
}
