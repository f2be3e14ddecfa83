import type { AppLoadContext } from "@remix-run/node";
import type { ExportFile } from "#server/export/index.ts";

/**
 * An export as a download, sent while it is written. It is never shown under our own address: what somebody pasted into a
 * claim must not run here, whatever the format.
 */
export function downloadOf({ stream }: Pick<AppLoadContext, "stream">, file: ExportFile): Response {
  const { fileName, mediaType, pieces, bytes } = file;
  const plain = fileName.replace(/[^A-Za-z0-9._-]/g, "-");
  return new Response(stream(pieces), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${plain}"`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...(bytes !== undefined && { "Content-Length": String(bytes) }),
    },
  });
}
