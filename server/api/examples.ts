/** What stands in the description's examples where a desk has ids of its own. */
export const EXAMPLE = {
  document: "0f8b9c52-4d1e-4c7a-9a63-2f6f1f0a7d11",
  member: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  seen: "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",
  version: 'W/"1"',
} as const;

/** What each name in a path is in the examples. */
export const IN_PATH: Record<string, string | number> = {
  ...{ case: 1, claim: 1, release: 1 },
  ...{ document: EXAMPLE.document, format: "json" },
};

type Described = {
  parameters: { name: string; in: string; example?: unknown }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
};
export type ExampleRequest = { path: string; headers: Record<string, string>; body: unknown };

/** The request that the description of an operation gives as its example. `body` is undefined for one without. */
export function exampleOf(path: string, { parameters, requestBody }: Described): ExampleRequest {
  const given = parameters.filter(({ example }) => example !== undefined);
  const here = (place: string) => given.filter((one) => one.in === place);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => {
    const found = here("path").find((one) => one.name === name);
    return encodeURIComponent(String(found?.example));
  });
  const query = new URLSearchParams(here("query").map(({ name, example }) => [name, String(example)])).toString();
  return {
    path: query === "" ? filled : `${filled}?${query}`,
    headers: Object.fromEntries(here("header").map(({ name, example }) => [name, String(example)])),
    body: requestBody && Object.values(requestBody.content)[0]?.example,
  };
}

/** The same for a command line. */
export function curlOf(base: string, method: string, { path, headers, body }: ExampleRequest): string {
  const said = Object.entries(headers).map(([name, value]) => `-H '${name}: ${value}'`);
  // curl's own --json is a POST.
  const asked = method === "put" ? ["-X PUT"] : [];
  const sent = body === undefined ? [] : [`--json '${JSON.stringify(body)}'`];
  return ['curl -H "Authorization: Bearer $ASSAY_TOKEN"', ...asked, ...said, ...sent, `'${base}${path}'`].join(" ");
}
