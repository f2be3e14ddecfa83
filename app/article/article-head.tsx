import { Link } from "@remix-run/react";
import { sizeInWords } from "#app/article/exact-text.ts";
import { beginsWith } from "#app/article/title-in.ts";
import { useCase } from "#app/case/use-case.ts";
import { Time } from "#app/ui/time.tsx";
import { utcWords } from "#app/ui/time-words.ts";
import { useSpeech, useWords, Words } from "#app/words/speech.tsx";
import { safeHref } from "#domain/safe-href.ts";
import type { DocumentView } from "#server/services/document-view.ts";

/** Title, where the text came from, and the proof that it is locked. */
export function ArticleHead({ view }: { view: DocumentView }) {
  const say = useWords("article");
  const { version } = view;
  const href = safeHref(version.originUrl);
  return (
    <header className="article-head">
      <DocumentSwitch view={view} />
      <h2
        className={beginsWith(version.text, version.title) ? "unseen" : "article-title"}
        lang={version.language || undefined}
        dir="auto"
      >
        {version.title}
      </h2>
      <p className="article-origin">
        {version.outlet && <span dir="auto">{version.outlet}</span>}
        {version.publishedOn && <PublishedOn day={version.publishedOn} />}
        {href && (
          <a href={href} rel="noreferrer external">
            {new URL(href).host || say("origin")}
          </a>
        )}
      </p>
      <div className="article-lock">
        <p>
          <Words
            room="article"
            id={version.capturedBy ? "locked_by" : "locked"}
            values={{
              time: (
                <bdi>
                  <Time at={version.capturedAt} />
                </bdi>
              ),
              size: sizeInWords(say, version.bytes),
              ...(version.capturedBy && { name: <bdi>{version.capturedBy.name}</bdi> }),
            }}
          />
        </p>
        <details className="article-sha">
          <summary>
            SHA-256 <code>{`${version.sha256.slice(0, 4)}…${version.sha256.slice(-4)}`}</code>
          </summary>
          <code className="article-sha-full">{version.sha256}</code>
        </details>
      </div>
      <Versions view={view} />
    </header>
  );
}

/** A day as everywhere else; what is no day stays as it was written. */
function PublishedOn({ day }: { day: string }) {
  const speech = useSpeech();
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return <span>{day}</span>;
  return <time dateTime={day}>{utcWords(speech, at, "date")}</time>;
}

/** The other documents of the case, and the way to add one. */
function DocumentSwitch({ view }: { view: DocumentView }) {
  const say = useWords("article");
  const { parent } = useCase();
  const at = `/cases/${parent.number}/documents`;
  return (
    <nav className="article-documents" aria-label={say("documents")}>
      {parent.documents.length > 1 &&
        parent.documents.map((one) => (
          <Link
            key={one.id}
            className="article-document"
            to={`${at}/${one.id}`}
            aria-current={one.id === view.id ? "page" : undefined}
            dir="auto"
          >
            {one.title}
          </Link>
        ))}
      {parent.can.addDocument && (
        <>
          <Link className="article-document" to={`${at}/${view.id}/new-version`}>
            {say("document_new_version")}
          </Link>
          <Link className="article-document" to={`${at}/new`}>
            {say("document_new")}
          </Link>
        </>
      )}
    </nav>
  );
}

function Versions({ view }: { view: DocumentView }) {
  const say = useWords("article");
  const { parent } = useCase();
  const at = `/cases/${parent.number}/documents/${view.id}`;
  const latest = view.versions.at(-1)?.number ?? view.version.number;
  return (
    <>
      {view.versions.length > 1 && (
        <nav className="article-versions" aria-label={say("versions")}>
          {view.versions.map(({ number, capturedAt }) => (
            <Link
              key={number}
              className="article-version"
              to={number === latest ? at : `${at}?version=${number}`}
              aria-current={number === view.version.number ? "page" : undefined}
            >
              <Words room="article" id="version_of" values={{ number, date: <Time at={capturedAt} show="date" /> }} />
            </Link>
          ))}
        </nav>
      )}
      {view.version.number < latest && (
        <p className="article-older">
          <Words
            room="article"
            id="version_older"
            values={{ number: view.version.number, latest, link: (inside) => <Link to={at}>{inside}</Link> }}
          />
        </p>
      )}
    </>
  );
}
