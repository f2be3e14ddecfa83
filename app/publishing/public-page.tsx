import "#app/publishing/publishing.css";
import { Link } from "@remix-run/react";
import { TakenOffBy } from "#app/publishing/claim-public-page.tsx";
import { Button } from "#app/ui/button.tsx";
import { Time } from "#app/ui/time.tsx";
import { useLanguage, useWords, Words } from "#app/words/speech.tsx";
import { unitList } from "#domain/words/formats.ts";
import type { PublicationView } from "#server/services/publications.ts";

type PageProps = {
  publication: PublicationView;
  /** Where the pages of the releases of this case begin. */
  releases: string;
  onPublish: () => void;
  onWithdraw: () => void;
};

/** Whether everybody may read this release, since when and where; whoever may release decides it. */
export function PublicPage({ publication, releases, onPublish, onWithdraw }: PageProps) {
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
        {publication.untold && <Untold of={publication.untold} to={releases} />}
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
  if (withheld.length === 0) return null;
  const claims = <References of={withheld.map((one) => one.reference)} />;
  return (
    <p>
      <Words room="publishing" id="claims_withheld" values={{ count: withheld.length, claims }} />
    </p>
  );
}

/** Asks to publish the release that says what this one cannot. */
function Untold({ of: { number, claims }, to }: { of: NonNullable<PublicationView["untold"]>; to: string }) {
  const values = {
    ...{ number, count: claims.length, claims: <References of={claims} /> },
    newer: (inside: React.ReactNode) => <Link to={`${to}/${number}`}>{inside}</Link>,
  };
  return (
    <p className="publishing-needs">
      <Words room="publishing" id="untold" values={values} />
    </p>
  );
}

/** Claims of this page, as the language lists them, each a link to where it stands. */
function References({ of: references }: { of: readonly string[] }) {
  const { locale } = useLanguage();
  const list = unitList(locale).formatToParts(references);
  return list.map(({ type, value }) =>
    type === "literal" ? (
      value
    ) : (
      <a key={value} className="ref" dir="ltr" href={`#${value}`}>
        {value}
      </a>
    ),
  );
}
