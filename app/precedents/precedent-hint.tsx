import "#app/precedents/precedent-hint.css";
import { useEffect, useState } from "react";
import { CheckedBy } from "#app/precedents/checked-by.tsx";
import { usePrecedents } from "#app/precedents/use-precedents.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import { safeHref } from "#domain/safe-href.ts";
import type { Likeness } from "#server/precedents/look-up.ts";
import type { AlikePrecedent } from "#server/services/precedents.ts";

/**
 * A calm line below a statement: others have probably checked it. It says why it thinks so, keeps nobody from anything,
 * and is gone when it is hidden, until other precedents are found.
 */
export function PrecedentHint({ words, claimant = "" }: { words: string; claimant?: string }) {
  const say = useWords("precedents");
  const found = usePrecedents(words, claimant);
  const [hidden, setHidden] = useState("");
  const name = found.map(({ precedent }) => precedent.id).join();
  const isShown = found.length > 0 && hidden !== name;
  useEffect(() => {
    if (isShown && name !== "") announce(say("hint"));
  }, [isShown, name, say]);
  if (!isShown) return null;
  return (
    <section className="precedent-hint" aria-label={say("hint")}>
      <p className="precedent-hint-title">
        {say("hint")}
        <Button kind="plain" onClick={() => setHidden(name)}>
          {say("hide")}
        </Button>
      </p>
      <ul className="precedent-hint-list">
        {found.map((one) => (
          <Hint key={one.precedent.id} alike={one} />
        ))}
      </ul>
    </section>
  );
}

function Hint({ alike: { precedent, likeness } }: { alike: AlikePrecedent }) {
  const say = useWords("precedents");
  const { claim, language, url } = precedent;
  const href = safeHref(url);
  const words = (
    <span dir="auto" lang={language || undefined}>
      <ShownText text={claim} />
    </span>
  );
  return (
    <li>
      {href ? (
        <a href={href} rel="noopener noreferrer nofollow" target="_blank">
          {words}
          <span className="unseen">{say("opens_new_tab")}</span>
        </a>
      ) : (
        words
      )}
      <span>
        <CheckedBy check={precedent} />
      </span>
      <Why likeness={likeness} />
    </li>
  );
}

function Why({ likeness: { words, sameClaimant, figures } }: { likeness: Likeness }) {
  const say = useWords("precedents");
  const list = useList();
  return (
    <span className="meta">
      {words.length > 0 && <span>{say("why_words", { words: list(words) })}</span>}
      {figures.length > 0 && <span>{say("why_figures", { figures: list(figures) })}</span>}
      {sameClaimant && <span>{say("why_claimant")}</span>}
    </span>
  );
}
