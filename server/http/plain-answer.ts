import type { Request, Response } from "express";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { type MessageId, say, type Values } from "#domain/words/say.ts";
import { readLanguage } from "#server/http/language.ts";

type Sentence = { id: MessageId<"forms">; values?: Values };

/** Answers outside of the pages with one sentence, in the language of whoever asked. */
export function answerPlainly(request: Request, response: Response, status: number, { id, values }: Sentence): void {
  const language = readLanguage(request.headers);
  const sentence = say({ language, catalogue: CATALOGUES[language] }, "forms", id, values);
  response.status(status).type("text/plain").setHeader("Content-Language", language).send(sentence);
}
