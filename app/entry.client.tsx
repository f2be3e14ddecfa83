import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { I18nProvider } from "react-aria-components";
import { hydrateRoot } from "react-dom/client";
import { tellUnasked } from "#app/live/unasked.ts";
import { takeAnswersWhole } from "#app/live/whole-answers.ts";
import { PageProvider } from "#app/page-context.ts";
import { loadSpeech } from "#app/words/load-speech.ts";
import { SpeechProvider } from "#app/words/speech.tsx";
import { keepSpeech } from "#app/words/speeches.ts";
import { LANGUAGE } from "#domain/words/languages.ts";

const { dataset, lang } = document.documentElement;
const facts = { nonce: undefined, faultId: dataset.fault ?? null };

takeAnswersWhole(window);
tellUnasked(window);

loadSpeech(lang).then((speech) => {
  keepSpeech(speech);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageProvider value={facts}>
          <SpeechProvider value={speech}>
            <I18nProvider locale={LANGUAGE[speech.language].locale}>
              <RemixBrowser />
            </I18nProvider>
          </SpeechProvider>
        </PageProvider>
      </StrictMode>,
    );
  });
});
