import type { ReactNode } from "react";
import { useWords } from "#app/words/speech.tsx";

type OtherPageProps = { href: string; language?: string; children: ReactNode };

/** A link to a page of somebody else, in a tab of its own. `href` has gone through safeHref. */
export function OtherPage({ href, language = "", children }: OtherPageProps) {
  return (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      <bdi lang={language || undefined}>{children}</bdi>
      <span className="unseen">{useWords("precedents")("opens_new_tab")}</span>
    </a>
  );
}
