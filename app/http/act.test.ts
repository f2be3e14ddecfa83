import { expect, test } from "vitest";
import { z } from "zod";
import { act, load } from "#app/http/act.ts";
import { once, parseForm } from "#app/http/form.ts";
import { AppError } from "#domain/errors.ts";
import { refusal } from "#domain/words/refusal.ts";

const refusedIn = async (language: "en" | "ar", run: () => never) => {
  const answer = await act({ language }, run);
  return (answer.data as { refused: { message: string; detail: { fields?: Record<string, string> } } }).refused;
};
const noSuchPage = () => {
  throw refusal("not_found", "forms", "no_such_page");
};

test("[WD6] a refusal is said in the language of whoever asked, and logged in English", async () => {
  expect((await refusedIn("ar", noSuchPage)).message).toBe("لا توجد صفحة كهذه هنا.");
  expect((await refusedIn("en", noSuchPage)).message).toBe("There is no such page here.");
  expect(noSuchPage).toThrow("There is no such page here.");
  await expect(load({ language: "ar" }, noSuchPage)).rejects.toMatchObject({
    data: { message: "لا توجد صفحة كهذه هنا.", kind: "not_found" },
  });
});

test("[WD6] what a form says about a field is said in that language too, and plain sentences stay", async () => {
  const missing = () => parseForm(new FormData(), z.object({ once, title: z.string("Name it.") })) as never;
  const { message, detail } = await refusedIn("ar", missing);
  expect(message).toBe("افتح الصفحة من جديد وكرر ذلك.");
  expect(detail.fields).toEqual({ once: "افتح الصفحة من جديد وكرر ذلك.", title: "Name it." });
  const plain = await refusedIn("ar", () => {
    throw new AppError("conflict", "Plain.", { claim: "C-1-1" });
  });
  expect(plain).toMatchObject({ message: "Plain.", detail: { claim: "C-1-1" } });
});
