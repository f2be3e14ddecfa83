import split from "virtual:split-words";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { I18nProvider } from "react-aria-components";
import { renderToPipeableStream } from "react-dom/server";
import { faultOf, nameFault } from "#app/fault-ids.ts";
import { unpadded } from "#app/http/unpadded.ts";
import { PageProvider } from "#app/page-context.ts";
import { noting, pageWords } from "#app/words/page-words.ts";
import { SpeechProvider } from "#app/words/speech.tsx";
import { keepSpeech } from "#app/words/speeches.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { LANGUAGE, LANGUAGES } from "#domain/words/languages.ts";

const GIVE_UP_MS = 10_000;

for (const language of LANGUAGES) keepSpeech({ language, catalogue: CATALOGUES[language] });

/** Renders a page and streams it; crawlers get it in one piece. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce, language, member } = context;
  const readAt = member && context.readAt;
  const said = new Set<string>();
  const routes = remix.staticHandlerContext.matches.map(({ route }) => route.id);
  const words = () => pageWords(split, language, routes, said);
  const whole = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let answered = false;
    let answer = status;
    const start = () => {
      answered = true;
      const body = unpadded();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <PageProvider value={{ nonce, faultId: faultOf(context), readAt, words }}>
        <SpeechProvider value={{ language, catalogue: noting(CATALOGUES[language], said) }}>
          <I18nProvider locale={LANGUAGE[language].locale}>
            <RemixServer context={remix} url={request.url} abortDelay={GIVE_UP_MS} nonce={nonce} />
          </I18nProvider>
        </SpeechProvider>
      </PageProvider>,
      {
        nonce,
        [whole ? "onAllReady" : "onShellReady"]: start,
        onShellError: reject,
        onError: (error) => {
          answer = 500;
          if (answered) handleError(error, { request, context, params: {} });
        },
      },
    );
    setTimeout(abort, GIVE_UP_MS + 1000).unref();
  });
}

/** Logs faults of ours. Refusals belong to the person who asked, and a request that its sender left concerns nobody. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { pathname } = new URL(request.url);
  const cause = error instanceof Error ? error.stack : JSON.stringify(error);
  process.stderr.write(`Fault ${nameFault(context)} in ${request.method} ${pathname}: ${cause}\n`);
}
