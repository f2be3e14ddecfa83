import { useLocation } from "@remix-run/react";
import { memo } from "react";
import { useCase } from "#app/case/use-case.ts";
import { Tabs } from "#app/ui/tabs.tsx";
import { useWords } from "#app/words/speech.tsx";

/** The screens of a case. The article's tab leads to the document that is open, else to the newest, else to a new one. */
export const CaseTabs = memo(function CaseTabs() {
  const say = useWords("case");
  const { parent } = useCase();
  const { pathname } = useLocation();
  const at = `/cases/${parent.number}`;
  const open = pathname.match(/\/documents\/([^/]+)/)?.[1];
  const article = open ?? parent.documents[0]?.id ?? (parent.can.addDocument ? "new" : null);
  return (
    <Tabs
      label={say("screens")}
      tabs={[
        { to: `${at}/board`, words: say("board") },
        { to: `${at}/table`, words: say("table") },
        ...(article ? [{ to: `${at}/documents/${article}`, words: say("article") }] : []),
        { to: `${at}/release`, words: say("release"), also: [`${at}/releases`, `${at}/corrections`] },
        { to: `${at}/record`, words: say("record") },
        { to: `${at}/numbers`, words: say("numbers") },
        ...(parent.can.configure ? [{ to: `${at}/settings`, words: say("settings") }] : []),
      ]}
    />
  );
});
