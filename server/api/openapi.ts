import { z } from "zod";
import { EXAMPLE, IN_PATH } from "#server/api/examples.ts";
import type { Operation } from "#server/api/operation.ts";
import { problemShape } from "#server/api/shapes.ts";

type Json = Record<string, unknown>;

const ERRORS = {
  400: "The request does not fit.",
  401: "No token, or none that works.",
  403: "The token or its member may not do this.",
  404: "It is not there, or not open to the token's member.",
  409: "It changed meanwhile, or it cannot be done as things are.",
  429: "Too many requests in a minute.",
} as const;

/** Describes the interface for programs. @see https://spec.openapis.org/oas/v3.1.0 */
export function openApi(operations: readonly Operation[], origin: string): Json {
  const { schemas, refTo } = collectSchemas(operations);
  const paths: Record<string, Json> = {};
  for (const one of operations) paths[one.path] = { ...paths[one.path], [one.method]: described(one, refTo) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Assay",
      version: "1",
      description: "Cases, documents, claims, reviews and releases of one desk. A token does what its member may do.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
    tags: [...new Set(operations.map((one) => one.room))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "Made under Tokens." } },
      schemas,
    },
  };
}

type RefTo = (schema: z.ZodType, io: "input" | "output") => Json;

function described(one: Operation, refTo: RefTo): Json {
  return {
    operationId: one.id,
    tags: [one.room],
    summary: one.summary,
    description: `Needs the scope “${one.scope}”.`,
    parameters: [
      ...parametersIn("path", one.params, IN_PATH),
      ...parametersIn("query", one.query, one.example.query),
      ...(one.method === "get" && one.answer
        ? [header("If-None-Match", "An ETag: the answer is 304 while it is the same.", false)]
        : []),
      ...(one.method === "get"
        ? []
        : [header("Idempotency-Key", "Sent again with the same key, it is done once.", false)]),
      ...(one.onVersion
        ? [{ ...header("If-Match", "The ETag of the claim that was read.", true), example: EXAMPLE.version }]
        : []),
    ],
    ...(one.body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: refTo(one.body, "input"), example: one.example.body } },
      },
    }),
    responses: { [one.status]: success(one, refTo), ...failures(one, refTo) },
  };
}

function success({ answer, status }: Operation, refTo: RefTo): Json {
  const description = status === 201 ? "Made." : "Done.";
  const content = answer ? { "application/json": { schema: refTo(answer, "output") } } : { "*/*": {} };
  return { description, content };
}

function failures({ onVersion, body }: Operation, refTo: RefTo): Json {
  const all = {
    ...ERRORS,
    ...(onVersion && { 412: "It changed meanwhile.", 428: "If-Match is missing." }),
    ...(body && { 413: "The body is too large.", 415: "The body is not JSON, or packed in a way that is not known." }),
  };
  const content = { "application/problem+json": { schema: refTo(problemShape, "output") } };
  return Object.fromEntries(Object.entries(all).map(([status, description]) => [status, { description, content }]));
}

const header = (name: string, description: string, required: boolean) => ({
  ...{ name, in: "header", description, required },
  schema: { type: "string" },
});

function parametersIn(place: "path" | "query", shape: z.ZodObject, examples: Json): Json[] {
  const { properties = {}, required = [] } = jsonSchema(shape, "input");
  return Object.entries(properties as Record<string, Json>).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === "path" || (required as string[]).includes(name),
    ...(description !== undefined && { description }),
    schema,
    ...(examples[name] !== undefined && { example: examples[name] }),
  }));
}

const jsonSchema = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
};

/** Puts the schemas that have a name in one place, and gives each use as a reference into it. */
function collectSchemas(operations: readonly Operation[]): { schemas: Json; refTo: RefTo } {
  const schemas: Json = {};
  const refTo: RefTo = (schema, io) => {
    const { $defs = {}, ...root } = jsonSchema(schema, io);
    for (const [name, one] of Object.entries($defs as Record<string, Json>)) schemas[name] = hoisted(one);
    const name = typeof root.id === "string" ? root.id : null;
    if (name === null) return hoisted(root) as Json;
    schemas[name] = hoisted(root);
    return { $ref: `#/components/schemas/${name}` };
  };
  for (const { body, answer } of operations) {
    if (body) refTo(body, "input");
    if (answer) refTo(answer, "output");
  }
  return { schemas, refTo };
}

/** References into a schema's own definitions, as references into the document's; names are where they stand. */
function hoisted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hoisted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).flatMap(([key, one]) => {
    if (key === "id" && typeof one === "string") return [];
    if (key === "$ref") return [[key, String(one).replace("#/$defs/", "#/components/schemas/")] as const];
    return [[key, hoisted(one)] as const];
  });
  return Object.fromEntries(entries);
}
