export type Format = { id: string; label: string; purpose: string };
type FilesProps = { release: number; formats: readonly Format[]; caseNumber: number };

/** The files of a release, each with what it is good for. */
export function ReleaseFiles({ release, formats, caseNumber }: FilesProps) {
  return (
    <ul className="file-list">
      {formats.map(({ id, label, purpose }) => (
        <li key={id} className="file">
          <a className="file-link" href={`/cases/${caseNumber}/releases/${release}/${id}`} download>
            {label}
            <span className="unseen"> of v{release}</span>
          </a>
          <span className="file-purpose">{purpose}</span>
        </li>
      ))}
    </ul>
  );
}
