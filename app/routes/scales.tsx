import "#app/cases/scales.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberOf } from "#app/http/member.ts";
import { Page } from "#app/ui/page.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";
import type { Scale } from "#domain/scales.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scales", "page");

export function loader({ context, request }: LoaderFunctionArgs) {
  memberOf(context, request);
  return { scales: context.services.scales.list() };
}

export default function Scales() {
  const say = useWords("scales");
  const { scales } = useLoaderData<typeof loader>();
  return (
    <Page title={say("title")} lede={say("lede")}>
      <div className="scales">
        {scales.map((scale) => (
          <ScaleSection key={scale.id} scale={scale} />
        ))}
      </div>
    </Page>
  );
}

function ScaleSection({ scale }: { scale: Scale }) {
  const say = useWords("scales");
  return (
    <section aria-labelledby={scale.id}>
      <header className="scale-head">
        <h2 id={scale.id}>
          <bdi>{scale.name}</bdi>
        </h2>
        <span className="meta">{say("version", { version: scale.version })}</span>
      </header>
      <dl className="ratings">
        {scale.ratings.map(({ id, label, mark, value, definition }) => (
          <div className="rating-line" key={id}>
            <dt>
              <VerdictMark mark={mark} label={label} />
            </dt>
            <dd>
              <bdi>{definition}</bdi>
            </dd>
            <dd className="meta">{value === null ? say("off_scale") : say("value", { value })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
