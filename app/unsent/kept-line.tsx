import { Link, useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { countChanges } from "#app/card/kept-edits.ts";
import { cardsWaiting } from "#app/unsent/unsent-store.ts";
import { ListOf } from "#app/words/list-of.tsx";
import { Words } from "#app/words/speech.tsx";

export { forgetUnsent } from "#app/unsent/forget-unsent.ts";

type Waiting = Awaited<ReturnType<typeof cardsWaiting>>;

/** Stands above every page while changes to other cards wait on this device: they are sent by opening the card. */
export function KeptLine({ memberId }: { memberId: string }) {
  const { pathname } = useLocation();
  const [waiting, setWaiting] = useState<Waiting>([]);
  useEffect(() => {
    let isHere = true;
    const look = (found: Waiting) => isHere && setWaiting(found.filter((one) => one.to !== pathname));
    cardsWaiting(memberId, Date.now()).then(look, () => look([]));
    return () => {
      isHere = false;
    };
  }, [memberId, pathname]);
  if (waiting.length === 0) return null;
  const cards = waiting.map(({ claimId, reference, to }) => (
    // The card itself, also when the claim was merged into another one meanwhile.
    <Link key={claimId} className="ref" to={`${to}?own`}>
      <bdi>{reference}</bdi>
    </Link>
  ));
  const count = waiting.reduce((sum, { edits }) => sum + countChanges(edits), 0);
  return (
    <p className="kept-line" role="status">
      <Words room="unsent" id="waiting" values={{ count, cards: <ListOf of={cards} /> }} />
    </p>
  );
}
