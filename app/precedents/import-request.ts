import { z } from "zod";
import { once } from "#app/http/form.ts";

/** What can be asked for on the page where checks are taken in. */
export const importRequest = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("choose"), file: z.instanceof(File).optional(), text: z.string().default("") }),
  z.object({ intent: z.literal("columns"), columns: z.array(z.string()).default([]) }),
  z.object({ intent: z.literal("discard") }),
  z.object({ intent: z.literal("take"), id: z.string().min(1), once }),
]);

/** The file that was chosen, or else the text that was pasted. */
export async function chosen({ file, text }: { file?: File | undefined; text: string }) {
  if (file && file.size > 0) return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  return { fileName: "", bytes: new TextEncoder().encode(text) };
}
