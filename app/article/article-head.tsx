import { Link } from "@remix-run/react";
import { sizeInWords } from "#app/article/exact-text.ts";
import { beginsWith } from "#app/article/title-in.ts";
import { useCase } from "#app/case/use-case.ts";
import { Time, useTimeWords } from "#app/ui/time.tsx";
import { safeHref } from "#domain/safe-href.ts";
import type { DocumentView } from "#server/services/document-view.ts";

/** Title, where the text came from, and the proof that it is locked. */
export function ArticleHead({ view }: { view: DocumentView }) {
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
            {new URL(href).host || "Origin"}
          </a>
        )}
      </p>
      <div className="article-lock">
        <p>
          Text is locked; captured <Time at={version.capturedAt} />
          {version.capturedBy && ` by ${version.capturedBy.name}`}; {sizeInWords(version.bytes)}
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
  const inWords = useTimeWords();
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return <span>{day}</span>;
  return <time dateTime={day}>{inWords(at, "date", "UTC")}</time>;
}

/** The other documents of the case, and the way to add one. */
function DocumentSwitch({ view }: { view: DocumentView }) {
  const { parent } = useCase();
  const at = `/cases/${parent.number}/documents`;
  return (
    <nav className="article-documents" aria-label="Documents of this case">
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
            New version of this text
          </Link>
          <Link className="article-document" to={`${at}/new`}>
            Add a document
          </Link>
        </>
      )}
    </nav>
  );
}

function Versions({ view }: { view: DocumentView }) {
  const { parent } = useCase();
  const at = `/cases/${parent.number}/documents/${view.id}`;
  const latest = view.versions.at(-1)?.number ?? view.version.number;
  return (
    <>
      {view.versions.length > 1 && (
        <nav className="article-versions" aria-label="Versions of this document">
          {view.versions.map(({ number, capturedAt }) => (
            <Link
              key={number}
              className="article-version"
              to={number === latest ? at : `${at}?version=${number}`}
              aria-current={number === view.version.number ? "page" : undefined}
            >
              Version {number}, <Time at={capturedAt} show="date" />
            </Link>
          ))}
        </nav>
      )}
      {view.version.number < latest && (
        <p className="article-older">
          You are reading version {view.version.number}. <Link to={at}>Version {latest} is the newest.</Link>
        </p>
      )}
    </>
  );
}
