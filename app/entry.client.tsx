import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { I18nProvider } from "react-aria-components";
import { hydrateRoot } from "react-dom/client";
import { readAt } from "#app/live/read-at.ts";
import { tellUnasked } from "#app/live/unasked.ts";
import { takeAnswersWhole } from "#app/live/whole-answers.ts";
import { PageProvider } from "#app/page-context.ts";
import { LiveSpeech } from "#app/words/live-speech.tsx";
import { loadSpeech } from "#app/words/load-speech.ts";
import { keepSpeech } from "#app/words/speeches.ts";
import { LANGUAGE } from "#domain/words/languages.ts";

const { dataset, lang } = document.documentElement;
const facts = { nonce: undefined, faultId: dataset.fault ?? null, readAt };

takeAnswersWhole(window);
tellUnasked(window);

loadSpeech(lang).then(({ language, rooms }) => {
  keepSpeech({ language, catalogue: rooms.catalogue });
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageProvider value={facts}>
          <LiveSpeech language={language} rooms={rooms}>
            <I18nProvider locale={LANGUAGE[language].locale}>
              <RemixBrowser />
            </I18nProvider>
          </LiveSpeech>
        </PageProvider>
      </StrictMode>,
    );
  });
});
