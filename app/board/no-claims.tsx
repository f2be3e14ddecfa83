import type { ReactNode } from "react";
import { useCase } from "#app/case/use-case.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { useWords, Words } from "#app/words/speech.tsx";

/** The first screen of a case: where claims come from. */
export function NoClaims({ startNew }: { startNew: (() => void) | null }) {
  const { parent } = useCase();
  const say = useWords("board");
  const at = `/cases/${parent.number}/documents`;
  const document = parent.documents[0];
  return (
    <Empty
      title={say("no_claims")}
      action={
        <>
          {document && (
            <ButtonLink kind="primary" to={`${at}/${document.id}`}>
              {say("open_article")}
            </ButtonLink>
          )}
          {!document && parent.can.addDocument && (
            <ButtonLink kind="primary" to={`${at}/new`}>
              {say("paste_article")}
            </ButtonLink>
          )}
          {startNew && <Button onClick={startNew}>{say("new_without_article")}</Button>}
        </>
      }
    >
      <Words
        room="board"
        id={document ? "no_claims_hint" : "no_article_hint"}
        values={{ key: (inside: ReactNode) => <kbd className="key">{inside}</kbd> }}
      />
    </Empty>
  );
}
