import { Link } from "@remix-run/react";
import { useWords, Words } from "#app/words/speech.tsx";

type LinkProps = { release: number; caseNumber: number };

/** The download of the whole release as one file that can be checked. */
export function BundleLink({ release, caseNumber }: LinkProps) {
  return (
    <a className="file-link" href={`/cases/${caseNumber}/releases/${release}/bundle`} download>
      <Words
        room="proofs"
        id="bundle_of"
        values={{ number: release, unseen: (inside) => <span className="unseen">{inside}</span> }}
      />
    </a>
  );
}

/** The same among the files of a release; how it is checked stands on the release's page. */
export function BundleFile({ release, caseNumber }: LinkProps) {
  const say = useWords("proofs");
  return (
    <div className="file-group">
      <p className="file-group-title">{say("files_to_check")}</p>
      <div className="file">
        <BundleLink release={release} caseNumber={caseNumber} />
        <span className="file-purpose">
          {say("purpose_bundle")} <Link to={`/cases/${caseNumber}/releases/${release}#check`}>{say("how")}</Link>
        </span>
      </div>
    </div>
  );
}
