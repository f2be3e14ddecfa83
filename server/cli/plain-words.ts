/** What a fault of the machine says to a person: Node and SQLite name a code. */
const WORDS: Record<string, (path: string) => string> = {
  ENOENT: (path) => `There is no such file or folder: ${path}.`,
  EISDIR: (path) => `${path} is a folder. Name a file.`,
  ENOTDIR: (path) => `${path} lies in something that is no folder.`,
  EACCES: (path) => `This user may not read or write ${path}.`,
  EPERM: (path) => `This user may not change ${path}.`,
  EROFS: (path) => `Nothing can be written to ${path}: it is on a disk that is only read.`,
  ENOSPC: () => NO_ROOM,
  EDQUOT: () => NO_ROOM,
  SQLITE_FULL: () => NO_ROOM,
  SQLITE_BUSY: () => "The desk is writing just now. Try again in a moment.",
  ERR_FS_FILE_TOO_LARGE: () => "The file is too large to be read. Take it in in parts.",
  ERR_STRING_TOO_LONG: () => "The file is too large to be read. Take it in in parts.",
};
const NO_ROOM = "There is no room left on the disk. What was begun was taken away again.";

export function plainWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = "", dest, path } = error as NodeJS.ErrnoException & { dest?: string };
  const say = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  return say?.(path ?? dest ?? "What was named") ?? error.message;
}
