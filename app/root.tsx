import "#app/styles/tokens.css";
import "#app/styles/base.css";
import "#app/styles/controls.css";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  type ShouldRevalidateFunction,
  useFetchers,
  useRouteError,
} from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { firstFonts } from "#app/fonts.ts";
import { wentNowhere } from "#app/live/keep-form.ts";
import { ScrollKeeper } from "#app/live/scroll-keeper.tsx";
import { usePage } from "#app/page-context.ts";
import { densityOf, readDensity } from "#app/shell/density.ts";
import { ErrorPage } from "#app/shell/error-page.tsx";
import { keepsTyped } from "#app/shell/keep-typed.ts";
import { Shell } from "#app/shell/shell.tsx";
import { readTheme, themeOf } from "#app/shell/theme.ts";
import { type RootFacts, RootProvider, useLoadedRoot } from "#app/shell/use-root.ts";
import { readZone, useKeptZone } from "#app/shell/zone.ts";
import { Announcer } from "#app/ui/announcer.tsx";
import { type Clock, ClockProvider } from "#app/ui/clock.ts";
import { Toasts } from "#app/ui/toast.tsx";
import { useLanguage } from "#app/words/speech.tsx";
import { WordsScripts } from "#app/words/words-scripts.tsx";

export const links: LinksFunction = () => [{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }, ...firstFonts];

export const meta: MetaFunction = () => [{ title: "Assay" }];

export function loader({ context, request }: LoaderFunctionArgs): RootFacts {
  const { member, demo, readOnly, language, services } = context;
  return {
    member: member && { id: member.id, name: member.name, role: member.role, colour: member.colour },
    desk: services.desk.read().name,
    demo,
    readOnly,
    theme: readTheme(request),
    language,
    density: readDensity(request),
    keepsTyped: member !== null && keepsTyped(request, member.id),
    zone: readZone(request),
    now: Date.now(),
    seed: crypto.randomUUID(),
    unread: member ? services.notifications.unread(member) : 0,
  };
}

/** Live updates ask the screen's own loaders only: a new seed in the middle of a form would hide that it was sent twice. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  actionResult,
  defaultShouldRevalidate,
}) =>
  !wentNowhere(actionResult) &&
  defaultShouldRevalidate &&
  (formMethod !== undefined || currentUrl.pathname !== nextUrl.pathname);

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, faultId, readAt } = usePage();
  const root = useLoadedRoot();
  const { theme, density } = useLook(root);
  const { language, dir } = useLanguage();
  const clock = useServersClock(root);
  useReady();
  useKeptZone(root?.zone);
  return (
    <html
      lang={language}
      dir={dir}
      data-theme={theme === "system" ? undefined : theme}
      data-density={density === "comfortable" ? undefined : density}
      data-fault={faultId ?? undefined}
      data-read-at={readAt ?? undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <RootProvider value={root}>
          <ClockProvider value={clock}>
            <Shell>{children}</Shell>
            <Announcer />
            <Toasts />
          </ClockProvider>
        </RootProvider>
        <ScrollKeeper nonce={nonce} />
        <WordsScripts />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Marks a page that its scripts have taken over: what is pressed from then on is heard. */
function useReady() {
  useEffect(() => {
    document.documentElement.dataset.ready = "";
  }, []);
}

/** The reader's clock as the page was written by, so that nothing of it is written anew when its scripts take it over. */
function useServersClock({ zone = null, now = 0 }: Partial<RootFacts> = {}): Clock | null {
  const [first] = useState(zone === null ? null : { zone, now });
  return first;
}

/** What was just chosen counts before the server has answered. */
function useLook(root: RootFacts | undefined) {
  const fetchers = useFetchers();
  const chosen = (name: string) => fetchers.find((one) => one.formAction === `/${name}`)?.formData?.get(name);
  return { theme: themeOf(chosen("theme") ?? root?.theme), density: densityOf(chosen("density") ?? root?.density) };
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
