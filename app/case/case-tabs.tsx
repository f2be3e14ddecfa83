import { useLocation } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { Tabs } from "#app/ui/tabs.tsx";

/** The screens of a case. The article's tab leads to the document that is open, else to the newest, else to a new one. */
export function CaseTabs() {
  const { parent } = useCase();
  const { pathname } = useLocation();
  const at = `/cases/${parent.number}`;
  const open = pathname.match(/\/documents\/([^/]+)/)?.[1];
  const article = open ?? parent.documents[0]?.id ?? (parent.can.addDocument ? "new" : null);
  return (
    <Tabs
      label="Screens of this case"
      tabs={[
        { to: `${at}/board`, words: "Board" },
        { to: `${at}/table`, words: "Table" },
        ...(article ? [{ to: `${at}/documents/${article}`, words: "Article" }] : []),
        { to: `${at}/release`, words: "Release", also: `${at}/releases` },
        { to: `${at}/record`, words: "Record" },
        { to: `${at}/numbers`, words: "Numbers" },
        ...(parent.can.configure ? [{ to: `${at}/settings`, words: "Settings" }] : []),
      ]}
    />
  );
}
