import "#app/release/check-release.css";
import type { ReactNode } from "react";
import { BundleLink } from "#app/release/bundle-link.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { BundleView } from "#server/services/bundles.ts";

type CheckProps = { bundle: BundleView | null; release: number; caseNumber: number };

/** The bundle of a release with its hash, and how anybody checks it. */
export function CheckRelease({ bundle, release, caseNumber }: CheckProps) {
  const say = useWords("proofs");
  return (
    <section className="check" id="check" aria-labelledby="check-title">
      <h3 className="preflight-title" id="check-title">
        {say("check")}
      </h3>
      <p className="check-lede">{say("check_lede")}</p>
      <div className="check-bundle">
        <p className="check-file">
          <BundleLink release={release} caseNumber={caseNumber} />
          {bundle && <span className="meta">{say("size_of", { kilobytes: Math.ceil(bundle.bytes / 1_024) })}</span>}
        </p>
        {bundle ? <Sums bundle={bundle} /> : <p className="check-waiting">{say("being_made")}</p>}
      </div>
      <h4 className="check-how">{say("how")}</h4>
      <Steps fileName={bundle?.fileName ?? "bundle.zip"} />
      <p className="meta check-limit">{say("limit")}</p>
    </section>
  );
}

function Sums({ bundle: { sha256, key } }: { bundle: BundleView }) {
  const say = useWords("proofs");
  return (
    <dl className="check-sums">
      <dt>{say("sum")}</dt>
      <dd>
        <code dir="ltr">{sha256}</code>
      </dd>
      <dt>{say("key")}</dt>
      <dd>
        <code dir="ltr">{key}</code>
      </dd>
    </dl>
  );
}

const code = (inside: ReactNode) => <code dir="ltr">{inside}</code>;
const published = (what: string) => (inside: ReactNode) => (
  <a href={`/.well-known/assay-${what}`} target="_blank" rel="noopener">
    {inside}
  </a>
);

function Steps({ fileName }: { fileName: string }) {
  const values = { code, file: fileName, keys: published("keys"), checkpoint: published("checkpoint") };
  return (
    <ol className="check-steps">
      {(["step_sum", "step_run", "step_key", "step_keep"] as const).map((id) => (
        <li key={id}>
          <Words room="proofs" id={id} values={values} />
        </li>
      ))}
    </ol>
  );
}
