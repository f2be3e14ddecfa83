import { z } from "zod";
import type { Scope } from "#domain/scopes.ts";
import type { Member } from "#server/context.ts";
import type { ExportFile } from "#server/export/index.ts";
import type { Services } from "#server/services/index.ts";

/** One thing that a program can ask for: how it is called, what goes in and comes out, and who may. */
export type Operation = {
  id: string;
  method: "get" | "post" | "put";
  /** As in OpenAPI: "/cases/{case}/claims". */
  path: string;
  room: string;
  summary: string;
  scope: Scope;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType | null;
  /** Null where a file is the answer. */
  answer: z.ZodType | null;
  status: 200 | 201 | 204;
  /** It must say which version it saw, by `If-Match`. */
  onVersion: boolean;
  /** What may be asked for, as its description shows it; what stands in the path is the same in all of them. */
  example: { query: Record<string, unknown>; body: unknown };
  run: (call: Call) => unknown;
};

export type Call<Params = unknown, Query = unknown, Body = unknown> = {
  services: Services;
  actor: Member;
  params: Params;
  query: Query;
  body: Body;
  /** The idempotency key: the caller's, else a new one. */
  once: string;
  /** Compares the caller's `If-Match` with what is there now. @throws AppError conflict. */
  demandSeen: (now: unknown) => void;
};

type Given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = Pick<
  Operation,
  "id" | "method" | "path" | "room" | "summary" | "scope"
> & {
  params?: P;
  query?: Q;
  body?: B;
  answer?: z.ZodType;
  status?: Operation["status"];
  onVersion?: boolean;
  example?: { query?: z.input<Q>; body?: z.input<B> };
  run: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => unknown;
};

const nothing = z.object({});

/** Describes an operation; what its handler is given has the types of its schemas. */
export function operation<
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodType = z.ZodNever,
>({ run, params, query, body, answer, status = 200, onVersion = false, example, ...rest }: Given<P, Q, B>): Operation {
  const shapes = { params: params ?? nothing, query: query ?? nothing, body: body ?? null, answer: answer ?? null };
  const shown = { query: example?.query ?? {}, body: example?.body };
  return { ...rest, ...shapes, status, onVersion, example: shown, run: run as Operation["run"] };
}

/** A file instead of JSON. */
export class FileAnswer {
  readonly file: ExportFile;
  constructor(file: ExportFile) {
    this.file = file;
  }
}

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
export const inCase = z.object({ case: number.describe("Number of the case, as in “Case 14”.") });
export const onClaim = inCase.extend({ claim: number.describe("Number of the claim in its case: 3 of C-14-3.") });
export const inRelease = inCase.extend({ release: number.describe("Number of the release: 2 of v2.") });
