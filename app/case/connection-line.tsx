import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Connection } from "#app/live/live-state.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";

/** A short interruption mends itself before anybody has read about it. */
const PATIENCE_MS = 1_200;

type LineProps = { connection: Connection; isSignedOut: boolean };

/** Says that colleagues' changes do not arrive at the moment. It stands in the page and covers nothing. */
export function ConnectionLine({ connection, isSignedOut }: LineProps) {
  const say = useWords("case");
  const isLong = useLasting(connection === "reconnecting");
  const isRefused = connection === "refused" && !isSignedOut;
  const id = isSignedOut ? "signed_out" : isRefused ? "refused" : isLong ? "away" : null;
  const words = id && say(id);
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  if (!words) return null;
  return (
    <p className="connection-line">
      {words}{" "}
      {isSignedOut && (
        <Link to="/sign-in" target="_blank">
          {say("sign_in_elsewhere")}
        </Link>
      )}
      {isRefused && (
        <Link to="." reloadDocument>
          {say("load_again")}
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
