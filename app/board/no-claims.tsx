import { useCase } from "#app/case/use-case.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";

/** The first screen of a case: where claims come from. */
export function NoClaims({ startNew }: { startNew: (() => void) | null }) {
  const { parent } = useCase();
  const at = `/cases/${parent.number}/documents`;
  const document = parent.documents[0];
  return (
    <Empty
      title="No claims yet"
      action={
        <>
          {document && (
            <ButtonLink kind="primary" to={`${at}/${document.id}`}>
              Open the article
            </ButtonLink>
          )}
          {!document && parent.can.addDocument && (
            <ButtonLink kind="primary" to={`${at}/new`}>
              Paste an article
            </ButtonLink>
          )}
          {startNew && <Button onClick={startNew}>New claim without an article</Button>}
        </>
      }
    >
      Select words in the article and press <kbd className="key">C</kbd>: the claim appears here for everybody.
    </Empty>
  );
}
