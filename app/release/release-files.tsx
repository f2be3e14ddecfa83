import { useId } from "react";
import { useWords, Words } from "#app/words/speech.tsx";
import type { ExportFormatId } from "#server/export/index.ts";

export type Format = { id: ExportFormatId; label: string };
type FilesProps = { release: number; formats: readonly Format[]; caseNumber: number };

/** What the files are for; those that no group names are there to be published. */
const GROUPS = [
  { title: "files_to_read", ids: ["html", "docx", "markdown"] },
  { title: "files_for_programs", ids: ["csv", "rawcsv", "json", "jsonl"] },
  { title: "files_to_publish", ids: null },
] as const;

const NAMED = new Set<ExportFormatId>(GROUPS.flatMap(({ ids }) => ids ?? []));

const filesIn = ({ ids }: (typeof GROUPS)[number], formats: readonly Format[]) =>
  ids ? ids.flatMap((id) => formats.find((one) => one.id === id) ?? []) : formats.filter(({ id }) => !NAMED.has(id));

/** The files of a release by what they are for, each with what it is good for. */
export function ReleaseFiles({ release, formats, caseNumber }: FilesProps) {
  const say = useWords("release");
  const name = useId();
  return GROUPS.map((group) => (
    <div key={group.title} className="file-group">
      <p className="file-group-title" id={name + group.title}>
        {say(group.title)}
      </p>
      <ul className="file-list" aria-labelledby={name + group.title}>
        {filesIn(group, formats).map((format) => (
          <File key={format.id} format={format} release={release} caseNumber={caseNumber} />
        ))}
      </ul>
    </div>
  ));
}

type FileProps = { format: Format; release: number; caseNumber: number };

function File({ format: { id, label }, release, caseNumber }: FileProps) {
  const say = useWords("release");
  const isWords = id === "html" || id === "docx" || id === "rawcsv";
  return (
    <li className="file">
      <a className="file-link" href={`/cases/${caseNumber}/releases/${release}/${id}`} download>
        <Words
          room="release"
          id="file_of"
          values={{
            label: isWords ? say(`format_${id}`) : label,
            number: release,
            unseen: (inside) => <span className="unseen">{inside}</span>,
          }}
        />
      </a>
      <span className="file-purpose">{say(`purpose_${id}`)}</span>
    </li>
  );
}
