import "#app/publishing/publishing.css";
import { TakenOffBy } from "#app/publishing/claim-public-page.tsx";
import { Button } from "#app/ui/button.tsx";
import { Time } from "#app/ui/time.tsx";
import { useLanguage, useWords, Words } from "#app/words/speech.tsx";
import { unitList } from "#domain/words/formats.ts";
import type { PublicationView } from "#server/services/publications.ts";

type PageProps = { publication: PublicationView; onPublish: () => void; onWithdraw: () => void };

/** Whether everybody may read this release, since when and where; whoever may release decides it. */
export function PublicPage({ publication, onPublish, onWithdraw }: PageProps) {
  const say = useWords("publishing");
  const { state, mayPublish } = publication;
  return (
    <section className="panel public-page" aria-labelledby="public-page">
      <div className="publishing-state">
        <h3 className="publishing-title" id="public-page">
          {say("title")}
        </h3>
        <Standing publication={publication} />
        {publication.why && <TakenOffBy {...publication.why} />}
        <Withheld of={publication.withheld} />
      </div>
      {mayPublish && (
        <div className="actions">
          {state !== "public" && (
            <Button onClick={onPublish}>{say(state === "never" ? "publish" : "publish_again")}</Button>
          )}
          {(state === "public" || state === "hidden") && <Button onClick={onWithdraw}>{say("withdraw")}</Button>}
        </div>
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

/** Leads to the claims of the release that the public pages do not show. */
function Withheld({ of: withheld }: { of: PublicationView["withheld"] }) {
  const { locale } = useLanguage();
  if (withheld.length === 0) return null;
  const list = unitList(locale).formatToParts(withheld.map((one) => one.reference));
  const claims = list.map(({ type, value }) =>
    type === "literal" ? (
      value
    ) : (
      <a key={value} className="ref" dir="ltr" href={`#${value}`}>
        {value}
      </a>
    ),
  );
  return (
    <p>
      <Words room="publishing" id="claims_withheld" values={{ count: withheld.length, claims: <>{claims}</> }} />
    </p>
  );
}
