import { useFetcher, useRouteLoaderData } from "@remix-run/react";
import { useMemo, useSyncExternalStore } from "react";
import type { CaseFacts } from "#app/case/use-case.ts";
import { type Choice, type ChoiceGroup, keyChoices, narrowed } from "#app/find/choices.ts";
import { pathOf } from "#app/find/places.ts";
import type { Answer } from "#app/find/use-found.ts";
import { THEMES } from "#app/shell/theme.ts";
import { useRoot } from "#app/shell/use-root.ts";
import { listedKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";
import { can } from "#domain/roles.ts";

const LONGEST_RECENT = 6;

/** Everything that the dialog offers for these words, in groups: where to go, what was found, what can be done. */
export function useChoices(typed: string, answer: Answer): ChoiceGroup[] {
  const keys = useSyncExternalStore(listedKeys.subscribe, listedKeys.get, listedKeys.get);
  const go = useGo();
  const always = useAlways();
  return useMemo(() => {
    const here = { title: "On this screen", choices: keyChoices(keys) };
    const rest = [here, { title: "Go to", choices: go }, { title: "Do", choices: always }];
    const hits = answer.hits.map(hitChoice);
    if (typed.trim() === "")
      return narrowed([{ title: "Recent", choices: hits.slice(0, LONGEST_RECENT) }, ...rest], "");
    const all: Choice = {
      ...{ id: "all", kind: "go", words: `Everything with “${typed.trim()}”` },
      to: `/find?q=${encodeURIComponent(typed.trim())}`,
    };
    const found = { title: "Found", choices: answer.words === "" ? [] : hits };
    const named = { title: "By its number", choices: answer.words === "" ? [] : answer.named.map(hitChoice) };
    const shown = [named, ...narrowed(rest, typed), found].filter((one) => one.choices.length > 0);
    return [...shown, { title: "Search", choices: [all] }];
  }, [typed, answer, keys, go, always]);
}

const hitChoice = (hit: Answer["hits"][number], at: number): Choice => ({
  id: `${hit.kind}-${pathOf(hit)}-${at}`,
  kind: "hit",
  hit,
});

/** The screens of the desk and of the case that is open. */
function useGo(): Choice[] {
  const member = useRoot()?.member ?? null;
  const facts = useRouteLoaderData("routes/cases.$number") as CaseFacts | undefined;
  const parent = facts?.parent;
  return useMemo(() => {
    const inCase: [string, string][] = parent
      ? [
          ["Board", `/cases/${parent.number}/board`],
          ["Table", `/cases/${parent.number}/table`],
          ...parent.documents.map((one): [string, string] => [
            `Article: ${one.title}`,
            `/cases/${parent.number}/documents/${one.id}`,
          ]),
          ...(parent.can.addDocument
            ? [["New article", `/cases/${parent.number}/documents/new`] as [string, string]]
            : []),
          ["Release", `/cases/${parent.number}/release`],
          ["Record of this case", `/cases/${parent.number}/record`],
          ...(parent.can.configure
            ? [["Settings of this case", `/cases/${parent.number}/settings`] as [string, string]]
            : []),
        ]
      : [];
    const onDesk: [string, string][] = [
      ["Cases", "/cases"],
      ["My work", "/my-work"],
      ...(member && can(member, "case.create") ? [["New case", "/cases/new"] as [string, string]] : []),
      ...(member && can(member, "member.invite") ? [["Members", "/members"] as [string, string]] : []),
    ];
    return [...inCase, ...onDesk].map(([words, to]) => ({ id: `go-${to}`, kind: "go", words, to }));
  }, [parent, member]);
}

/** What can be done on every screen. */
function useAlways(): Choice[] {
  const theme = useFetcher({ key: "theme" });
  const leave = useFetcher();
  const say = useWords("shell");
  return useMemo(() => {
    const themes = THEMES.map((one): Choice => {
      const back = location.pathname + location.search;
      const run = () => theme.submit({ theme: one, back }, { method: "post", action: "/theme" });
      return {
        id: `theme-${one}`,
        kind: "do",
        words: say("theme_choice", { theme: say(`theme_${one}`) }),
        shown: null,
        run,
      };
    });
    const signOut = () => leave.submit(null, { method: "post", action: "/sign-out" });
    const out: Choice = { id: "sign-out", kind: "do", words: say("sign_out"), shown: null, run: signOut };
    return [...themes, out];
  }, [theme.submit, leave.submit, say]);
}
