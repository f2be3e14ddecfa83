import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const docs = new URL("../../docs/", import.meta.url);
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
for (const file of readdirSync(docs).filter((name) =>
  /^(annotations|claim-review|data-feed|fact-check-page)\.schema/.test(name),
))
  ajv.addSchema(JSON.parse(readFileSync(new URL(file, docs), "utf8")) as object);

/** What a JSON text says against a published schema of docs/, by the name under which it is served. */
export function schemaFaults(schema: string, json: string): unknown[] {
  return ajv.validate(schema, JSON.parse(json)) ? [] : (ajv.errors ?? []);
}
