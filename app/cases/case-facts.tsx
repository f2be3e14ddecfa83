import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";

type CaseFactsProps = {
  found: {
    quorum: number;
    restricted: boolean;
    scale: { name: string } | null;
    people: readonly { id: string; name: string }[];
  };
};

/** The settings of a case for those who may not change them. */
export function CaseFacts({ found }: CaseFactsProps) {
  const say = useWords("case");
  const sayOfCases = useWords("cases");
  const list = useList();
  const facts: readonly (readonly [string, string])[] = [
    [sayOfCases("field_scale"), found.scale?.name ?? sayOfCases("no_scale")],
    [sayOfCases("field_quorum"), say("quorum", { count: found.quorum })],
    [sayOfCases("who_may_open"), found.restricted ? list(found.people.map((one) => one.name)) : say("open_to_desk")],
  ];
  return (
    <Page part title={say("settings")} lede={say("settings_lede")}>
      <dl className="facts">
        {facts.map(([word, fact]) => (
          <div key={word}>
            <dt className="field-label">{word}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
