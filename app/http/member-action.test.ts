import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { z } from "zod";
import { memberAction } from "#app/http/member-action.ts";
import { AppError } from "#domain/errors.ts";

const ana = { id: "m1", name: "Ana", email: "ana@desk.invalid", role: "editor", colour: 0 } as const;

const send = (member: typeof ana | null, decide: (name: string, title: string) => object) =>
  memberAction(
    {
      request: new Request("http://here.invalid/cases/new", {
        method: "POST",
        body: new URLSearchParams({ title: "T" }),
      }),
      context: { member, language: "en" } as unknown as AppLoadContext,
    },
    z.object({ title: z.string() }),
    (actor, { title }) => decide(actor.name, title),
  );

test("a member's form is read and decided in their name", async () => {
  const { data, init } = await send(ana, (name, title) => ({ said: `${name} ${title}` }));
  expect([data, init]).toEqual([{ ok: true, said: "Ana T" }, null]);
});

test("[HT13] what somebody sends who is signed out is refused in words and not done; no other page takes its place", async () => {
  const { data, init } = await send(null, () => expect.unreachable("decided for nobody"));
  expect(init).toEqual({ status: 401 });
  expect(data).toMatchObject({ ok: false, refused: { kind: "unauthenticated" } });
  expect(JSON.stringify(data)).toContain("What you typed is still here: sign in in another tab, then send again.");
});

test("a refusal of the service comes back with its status", async () => {
  const { data, init } = await send(ana, () => {
    throw new AppError("conflict", "Bo was faster.");
  });
  expect([data, init]).toMatchObject([{ refused: { message: "Bo was faster." } }, { status: 409 }]);
});
