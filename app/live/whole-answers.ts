/**
 * Gives Remix the data of a page only when all of it has arrived. Remix decodes an answer while it comes in, and when the
 * server dies before its end, a promise is rejected that no code of ours can catch. Taken whole, a cut answer is an
 * ordinary failed load, which `keepPage` handles.
 */
export function takeAnswersWhole(target: { fetch: typeof fetch }): void {
  const fetchNow = target.fetch;
  target.fetch = async (...request) => {
    const answer = await fetchNow.apply(target, request);
    if (!isPageData(answer)) return answer;
    const { status, statusText, headers } = answer;
    return new Response(await answer.arrayBuffer(), { status, statusText, headers });
  };
}

/** The type under which Remix sends what loaders and actions give (`turbo-stream`). */
const isPageData = ({ body, headers }: Response): boolean =>
  body !== null && (headers.get("content-type") ?? "").startsWith("text/x-script");
