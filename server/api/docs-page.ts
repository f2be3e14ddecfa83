import { curlOf, exampleOf } from "#server/api/examples.ts";
import { RATES } from "#server/api/limits.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";

// The page reads the OpenAPI document, so what it says and what programs are told cannot differ.

type Field = { description?: string; type?: unknown; $ref?: string; enum?: unknown[]; items?: Field; anyOf?: Field[] };
type Shape = Field & { properties?: Record<string, Field>; required?: string[]; description?: string; oneOf?: Shape[] };
type Parameter = {
  name: string;
  in: string;
  required: boolean;
  description?: string;
  schema: Field;
  example?: unknown;
};
type Content = Record<string, { schema?: Shape; example?: unknown }>;
type Described = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content: Content }>;
};
export type ApiDocument = {
  info: { description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Shape> };
};

/** The interface for programs as a page without scripts. `nonce` lets its style in. */
export function docsPage({ info, servers, tags, paths, components }: ApiDocument, nonce: string): string {
  const base = servers[0]?.url ?? "";
  return `<!doctype html>${html`<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Interface for programs · Assay</title>
<style nonce="${nonce}">${STYLE}</style></head>
<body><main>
<h1>Interface for programs</h1>
<p>${info.description} Its description for tools: <a href="${base}/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<pre>curl -H "Authorization: Bearer $ASSAY_TOKEN" ${base}/cases</pre>
<ul>
<li>Members make tokens under <a href="/tokens">Tokens</a>: for reading, writing or releasing, with an end. A token never signs off.</li>
<li>Lists come in pages: pass <code>next</code> of an answer as <code>cursor</code> until it is null.</li>
<li>A request that may arrive twice carries an <code>Idempotency-Key</code>; the second one gets the first answer.</li>
<li>Answers carry an <code>ETag</code>; <code>If-None-Match</code> saves reading again, <code>If-Match</code> says what a change was decided on.</li>
<li>Refusals are <code>application/problem+json</code>; <code>detail</code> says what to do.</li>
<li>${RATES.token} requests a minute for each token; <code>RateLimit</code> says what is left, <code>Retry-After</code> when to ask again.</li>
</ul>
${tags.map(({ name }) => room(name, paths, base))}
<h2>Shapes</h2>
${Object.entries(components.schemas).map(([name, shape]) => shapeSection(name, shape))}
</main></body></html>`}`;
}

const room = (name: string, paths: ApiDocument["paths"], base: string): Markup => html`<h2>${name}</h2>
${Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, one]) => one.tags.includes(name))
    .map(([method, one]) => operationSection(base, method, path, one)),
)}`;

function operationSection(base: string, method: string, path: string, one: Described): Markup {
  const [status, answer] = Object.entries(one.responses)[0] ?? [];
  const given = one.requestBody && Object.values(one.requestBody.content)[0]?.schema;
  const gets = answer && Object.values(answer.content)[0]?.schema;
  return html`<section id="${one.operationId}">
<h3><code>${method.toUpperCase()} ${path}</code></h3>
<p>${one.summary}. ${one.description}</p>
<pre>${curlOf(base, method, exampleOf(path, one))}</pre>
${
  one.parameters.length > 0 &&
  fieldTable(
    one.parameters.map(({ name, in: place, required, description, schema }) => ({
      ...{ name, kind: `${typeOf(schema)}, in the ${place}${required ? "" : ", optional"}`, description },
    })),
  )
}
${given && html`<p>Takes ${typeOf(given)}.</p>${fields(given)}`}
<p>Answers ${status} with ${gets ? typeOf(gets) : "a file"}.</p>
</section>`;
}

const shapeSection = (name: string, shape: Shape): Markup => html`<section id="shape-${name}">
<h3>${name}</h3>
${shape.description && html`<p>${shape.description}</p>`}
${fields(shape)}
</section>`;

function fields(shape: Shape): HtmlValue {
  const kinds = shape.anyOf ?? shape.oneOf;
  if (kinds) return kinds.map((one, at) => html`${at > 0 && html`<p>or</p>`}${fields(one as Shape)}`);
  const { properties = {}, required = [] } = shape;
  const rows = Object.entries(properties).map(([name, field]) => ({
    ...{ name, kind: typeOf(field) + (required.includes(name) ? "" : ", optional"), description: field.description },
  }));
  return rows.length > 0 && fieldTable(rows);
}

const fieldTable = (rows: { name: string; kind: string; description: string | undefined }[]): Markup => html`<table>
<thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">What it is</th></tr></thead>
<tbody>${rows.map(({ name, kind, description }) => html`<tr><th scope="row"><code>${name}</code></th><td>${kind}</td><td>${description}</td></tr>`)}</tbody>
</table>`;

function typeOf(field: Field): string {
  if (field.$ref) return field.$ref.split("/").at(-1) ?? "";
  if (field.enum) return field.enum.join(", ");
  if (field.anyOf) return field.anyOf.map(typeOf).join(" or ");
  if (field.type === "array") return `list of ${field.items ? typeOf(field.items) : "anything"}`;
  return typeof field.type === "string" ? field.type : "object";
}

const STYLE = html`:root { color-scheme: light dark; }
body { margin: 0; font: 15px/22px "IBM Plex Sans", system-ui, sans-serif; }
main { max-width: 880px; margin: 0 auto; padding: 32px 16px 64px; overflow-wrap: anywhere; }
h1 { font-size: 28px; line-height: 34px; } h2 { margin-top: 48px; border-block-end: 1px solid; } h3 { margin: 32px 0 4px; font-size: 15px; }
p { margin: 8px 0; } pre { padding: 12px; border: 1px solid; overflow-x: auto; }
code, pre { font-family: "IBM Plex Mono", ui-monospace, monospace; font-size: 13px; }
table { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 18px; } th, td { padding: 4px 12px 4px 0; text-align: start; vertical-align: top; border-block-end: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
th[scope=row] { font-weight: 400; width: 26%; } td:nth-child(2) { width: 26%; }`;
