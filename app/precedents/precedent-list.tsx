import "#app/precedents/precedent-hint.css";
import { CheckedBy } from "#app/precedents/checked-by.tsx";
import { OtherPage } from "#app/precedents/other-page.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import { safeHref } from "#domain/safe-href.ts";
import type { Likeness } from "#server/precedents/look-up.ts";
import type { AlikePrecedent } from "#server/services/precedents.ts";

/** Checks that may be about the same: what each says, who checked it with what result, and why it is shown. */
export function PrecedentList({ found }: { found: readonly AlikePrecedent[] }) {
  return (
    <ul className="precedent-hint-list">
      {found.map((one) => (
        <Entry key={one.precedent.id} alike={one} />
      ))}
    </ul>
  );
}

function Entry({ alike: { precedent, likeness } }: { alike: AlikePrecedent }) {
  const { claim, language, url } = precedent;
  const href = safeHref(url);
  const words = <ShownText text={claim} />;
  return (
    <li>
      {href ? (
        <OtherPage href={href} language={language}>
          {words}
        </OtherPage>
      ) : (
        <bdi lang={language || undefined}>{words}</bdi>
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
