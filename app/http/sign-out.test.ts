import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { action } from "#app/routes/sign-out.tsx";

test("[HT16] signing out ends the session, and tells the browser to keep nothing but the cookies of others", () => {
  const context = { endSession: () => "assay=; Max-Age=0" };
  const { status, headers } = action({ context } as unknown as ActionFunctionArgs);
  expect([status, headers.get("Location"), headers.get("Set-Cookie")]).toEqual([302, "/sign-in", "assay=; Max-Age=0"]);
  expect(headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
});
