import { type Written, type ZipFile, zip } from "#server/export/zip.ts";
import { filesIn, keyIn, textsIn } from "#server/proof/bundle.fixture.ts";
import { type Signer, signNote } from "#server/proof/signer.ts";
import { type Report, verifyBundle } from "#server/proof/verifier/bundle.js";
import { sha256 } from "#server/proof/verifier/canonical.js";
import { signedText } from "#server/proof/verifier/parts.js";
import { readArchive } from "#server/proof/verifier/zip.js";

/** What somebody makes of the files of a bundle. */
export type Change = (texts: Record<string, string>) => void;
export type Json = ReturnType<typeof JSON.parse>;

export const verified = (bytes: Buffer, ...keys: string[]): Report =>
  verifyBundle({ ...readArchive(bytes), isArchive: true }, keys.map(keyIn));

/** The bundle with other files, its manifest and signature made anew: what somebody with the key can do. */
export function forge(of: Buffer, signer: Signer, change: Change): Buffer {
  const [texts, bytes] = [textsIn(of), filesIn(of)];
  change(texts);
  const content = (name: string) => {
    const [text = "", before] = [texts[name], bytes[name]];
    return before?.toString() === text ? before : text;
  };
  const before = JSON.parse(texts["manifest.json"] ?? "");
  function* files(): Generator<ZipFile, void, Written | undefined> {
    const written: unknown[] = [];
    for (const { name, packedSha256 } of before.files) {
      const done = yield { name, pieces: [content(name)], isPacked: packedSha256 !== undefined };
      if (done) written.push(done);
    }
    const manifest = JSON.stringify({ ...before, files: written });
    yield { name: "manifest.json", pieces: [manifest], isPacked: false };
    const note = signNote(signedText(signer.name, before, sha256(manifest)), signer);
    yield { name: "signature.txt", pieces: [note], isPacked: false };
  }
  return Buffer.concat([...zip(files())]);
}

export const inJson =
  (name: string, change: (value: Json) => void): Change =>
  (texts) => {
    const value = JSON.parse(texts[name] ?? "");
    change(value);
    texts[name] = `${JSON.stringify(value)}\n`;
  };
