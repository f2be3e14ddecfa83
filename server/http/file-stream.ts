import type { Response } from "express";
import { inChunks } from "#server/export/chunks.ts";

/**
 * A file as the body of this response, made while it is sent. Remix writes a body without asking whether the reader keeps
 * up, so the file itself waits until what was written is gone. It stops when the reader has left.
 */
export function fileStream(response: Response, pieces: Iterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = inChunks(pieces);
  const room = roomIn(response);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await room();
        const { done, value } = response.destroyed ? await chunks.return(undefined) : await chunks.next();
        if (value) controller.enqueue(value);
        if (done) controller.close();
      },
      cancel: async () => void (await chunks.return(undefined)),
    },
    { highWaterMark: 0 },
  );
}

/** Resolves as soon as the response takes more, or takes nothing any more. */
function roomIn(response: Response): () => Promise<void> {
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  let full: PromiseWithResolvers<void> | null = null;
  response.write = (...given: unknown[]) => {
    const takesMore = write(...given);
    if (!takesMore) full ??= Promise.withResolvers();
    return takesMore;
  };
  const empty = () => {
    full?.resolve();
    full = null;
  };
  response.on("drain", empty).on("close", empty);
  return async () => full?.promise;
}
