export type ExportFile = { fileName: string; mediaType: string; body: string };

/**
 * An export as a download. It is never shown under our own address: what somebody pasted into a claim must not run
 * here, whatever the format.
 */
export function downloadOf({ fileName, mediaType, body }: ExportFile): Response {
  const plain = fileName.replace(/[^A-Za-z0-9._-]/g, "-");
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${plain}"`,
      "Content-Length": String(new TextEncoder().encode(body).byteLength),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
