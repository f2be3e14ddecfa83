import { useEffect, useState } from "react";
import { CardConnection } from "#app/card/connection.ts";
import { signedOut } from "#app/live/signed-out.ts";

/** The live connection of one claim's card, from after the first paint until the card is left. */
export function useConnection(claimId: string, memberId: string): CardConnection | null {
  // Whoever signs in later in this browser gets a page of their own.
  const [madeFor] = useState(memberId);
  const [connection, setConnection] = useState<CardConnection | null>(null);
  useEffect(() => {
    const made = new CardConnection(claimId, { memberId: madeFor });
    setConnection(made);
    const leave = signedOut.subscribe(() => !signedOut.get() && made.again());
    // The browser knows it when the network is back; the next attempt may be seconds away.
    const hurry = () => made.hurry();
    window.addEventListener("online", hurry);
    return () => {
      leave();
      window.removeEventListener("online", hurry);
      setConnection(null);
      made.destroy();
    };
  }, [claimId, madeFor]);
  return connection;
}
