/**
 * Gives Remix the data of a page only when all of it has arrived. Remix decodes an answer while it comes in, and when the
 * server dies before its end, a promise is rejected that no code of ours can catch. Taken whole, a cut answer is an
 * ordinary failed load, which `keepPage` and `keepForm` handle. So is what a gateway answers while the server is away.
 */
export function takeAnswersWhole(target: { fetch: typeof fetch }): void {
  const fetchNow = target.fetch;
  target.fetch = async (...request) => {
    const answer = await fetchNow.apply(target, request);
    if (isFromGateway(answer)) throw new TypeError(`The gateway answered ${answer.status} in place of the server`);
    if (!isPageData(answer)) return answer;
    const { status, statusText, headers } = answer;
    return new Response(await answer.arrayBuffer(), { status, statusText, headers });
  };
}

/** The type under which Remix sends what loaders and actions give (`turbo-stream`). */
const isPageData = ({ body, headers }: Response): boolean =>
  body !== null && (headers.get("content-type") ?? "").startsWith("text/x-script");

const isFromGateway = (answer: Response): boolean => [502, 503, 504].includes(answer.status) && !isPageData(answer);
