import { useId } from "react";
import { FileLink } from "#app/release/file-link.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { ExportFormatId } from "#server/export/index.ts";

export type Format = { id: ExportFormatId; label: string };
type Release = { release: number; claims: number; caseNumber: number };
type FilesProps = Release & { formats: readonly Format[] };

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
export function ReleaseFiles({ formats, ...release }: FilesProps) {
  const say = useWords("release");
  const name = useId();
  return GROUPS.map((group) => (
    <div key={group.title} className="file-group">
      <p className="file-group-title" id={name + group.title}>
        {say(group.title)}
      </p>
      <ul className="file-list" aria-labelledby={name + group.title}>
        {filesIn(group, formats).map((format) => (
          <File key={format.id} format={format} {...release} />
        ))}
      </ul>
    </div>
  ));
}

function File({ format: { id, label }, release, claims, caseNumber }: Release & { format: Format }) {
  const say = useWords("release");
  const isWords = id === "html" || id === "docx" || id === "rawcsv";
  return (
    <li className="file">
      <FileLink href={`/cases/${caseNumber}/releases/${release}/${id}`} claims={claims} purpose={say(`purpose_${id}`)}>
        <Words
          room="release"
          id="file_of"
          values={{
            label: isWords ? say(`format_${id}`) : label,
            number: release,
            unseen: (inside) => <span className="unseen">{inside}</span>,
          }}
        />
      </FileLink>
    </li>
  );
}
