import { useEffect, useState } from "react";
import { useLateList } from "#app/precedents/use-late-list.ts";
import { usePrecedents } from "#app/precedents/use-precedents.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";

/**
 * A calm line below a statement: others have probably checked it. It says why it thinks so, keeps nobody from anything,
 * and is gone when it is hidden, until other precedents are found.
 */
export function PrecedentHint({ words, claimant = "" }: { words: string; claimant?: string }) {
  const say = useWords("precedents");
  const { found } = usePrecedents(words, { claimant });
  const [hidden, setHidden] = useState("");
  const name = found.map(({ precedent }) => precedent.id).join();
  const publisher = found[0]?.precedent.publisher ?? "";
  const List = useLateList(found.length > 0);
  const isShown = List !== null && found.length > 0 && hidden !== name;
  useEffect(() => {
    if (isShown && name !== "") announce(publisher ? say("hint_by", { publisher }) : say("hint"));
  }, [isShown, name, publisher, say]);
  if (!isShown) return null;
  return (
    <section className="precedent-hint" aria-label={say("hint")}>
      <p className="precedent-hint-title">
        {say("hint")}
        <Button kind="plain" onClick={() => setHidden(name)}>
          {say("hide")}
        </Button>
      </p>
      <List found={found} />
    </section>
  );
}
