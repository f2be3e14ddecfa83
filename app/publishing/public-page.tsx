import "#app/publishing/publishing.css";
import { useState } from "react";
import { PublicationQuestion } from "#app/publishing/publication-question.tsx";
import { Button } from "#app/ui/button.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { PublicationView } from "#server/services/publications.ts";

type PageProps = { publication: PublicationView; release: number; caseNumber: number };

/** Whether everybody may read this release, since when and where; whoever may release decides it. */
export function PublicPage({ publication, release, caseNumber }: PageProps) {
  const say = useWords("publishing");
  const [asked, setAsked] = useState<"publish" | "withdraw" | null>(null);
  const { state, mayPublish } = publication;
  return (
    <section className="panel public-page" aria-labelledby="public-page">
      <div className="publishing-state">
        <h3 className="publishing-title" id="public-page">
          {say("title")}
        </h3>
        <Standing publication={publication} />
      </div>
      {mayPublish && (
        <div className="actions">
          {state !== "public" && (
            <Button onClick={() => setAsked("publish")}>{say(state === "never" ? "publish" : "publish_again")}</Button>
          )}
          {(state === "public" || state === "hidden") && (
            <Button onClick={() => setAsked("withdraw")}>{say("withdraw")}</Button>
          )}
        </div>
      )}
      {asked && (
        <PublicationQuestion
          act={asked}
          isRestricted={publication.isRestricted}
          release={release}
          action={`/cases/${caseNumber}/releases/${release}`}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function Standing({ publication: { state, at, address } }: { publication: PublicationView }) {
  const say = useWords("publishing");
  if (state === "never" || at === null) return <p>{say("never")}</p>;
  const values = {
    time: <Time at={at} />,
    address: <bdi dir="ltr">{address}</bdi>,
    page: (inside: React.ReactNode) => <a href={address}>{inside}</a>,
  };
  return (
    <p>
      <Words room="publishing" id={state} values={values} />
    </p>
  );
}
