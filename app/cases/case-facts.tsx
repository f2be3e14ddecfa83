import { Page } from "#app/ui/page.tsx";

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
  const facts: readonly (readonly [string, string])[] = [
    ["Rating scale", found.scale?.name ?? "No scale: verdicts in words only"],
    ["Sign-offs needed", `${found.quorum} per claim`],
    ["Who may open it", found.restricted ? found.people.map((one) => one.name).join(", ") : "Everybody on the desk"],
  ];
  return (
    <Page part title="Settings" lede="An editor or admin can change these.">
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
