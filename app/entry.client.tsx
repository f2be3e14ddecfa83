import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { tellUnasked } from "#app/live/unasked.ts";
import { takeAnswersWhole } from "#app/live/whole-answers.ts";
import { PageProvider } from "#app/page-context.ts";

const facts = { nonce: undefined, faultId: document.documentElement.dataset.fault ?? null };

takeAnswersWhole(window);
tellUnasked(window);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageProvider value={facts}>
        <RemixBrowser />
      </PageProvider>
    </StrictMode>,
  );
});
