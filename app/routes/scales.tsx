import "#app/cases/scales.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberOf } from "#app/http/member.ts";
import { Page } from "#app/ui/page.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import type { Scale } from "#domain/scales.ts";

export const meta: MetaFunction = () => [{ title: "Rating scales · Assay" }];

export function loader({ context, request }: LoaderFunctionArgs) {
  memberOf(context, request);
  return { scales: context.services.scales.list() };
}

export default function Scales() {
  const { scales } = useLoaderData<typeof loader>();
  return (
    <Page title="Rating scales" lede="What each label means. A claim keeps the definition under which it was rated.">
      <div className="scales">
        {scales.map((scale) => (
          <ScaleSection key={scale.id} scale={scale} />
        ))}
      </div>
    </Page>
  );
}

function ScaleSection({ scale }: { scale: Scale }) {
  return (
    <section aria-labelledby={scale.id}>
      <header className="scale-head">
        <h2 id={scale.id}>{scale.name}</h2>
        <span className="meta">Version {scale.version}</span>
      </header>
      <dl className="ratings">
        {scale.ratings.map(({ id, label, mark, value, definition }) => (
          <div className="rating-line" key={id}>
            <dt>
              <VerdictMark mark={mark} label={label} />
            </dt>
            <dd>{definition}</dd>
            <dd className="meta">{value === null ? "Off the scale" : `Value ${value}`}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
