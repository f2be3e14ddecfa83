import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { z } from "zod";
import { PageProvider } from "#app/page-context.ts";

// The Content-Security-Policy forbids code from strings, which zod would otherwise try first.
z.config({ jitless: true });

const facts = { nonce: undefined, faultId: document.documentElement.dataset.fault ?? null };

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
