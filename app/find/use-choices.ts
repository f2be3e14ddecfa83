import { useFetcher, useRouteLoaderData } from "@remix-run/react";
import { useMemo, useSyncExternalStore } from "react";
import type { CaseFacts } from "#app/case/use-case.ts";
import { type Choice, type ChoiceGroup, keyChoices, narrowed } from "#app/find/choices.ts";
import { pathOf } from "#app/find/places.ts";
import type { Answer } from "#app/find/use-found.ts";
import { THEMES } from "#app/shell/theme.ts";
import { useRoot } from "#app/shell/use-root.ts";
import { useSignOut } from "#app/shell/use-sign-out.ts";
import { listedKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";
import { can } from "#domain/roles.ts";

const LONGEST_RECENT = 6;

/** Everything that the dialog offers for these words, in groups: where to go, what was found, what can be done. */
export function useChoices(typed: string, answer: Answer): ChoiceGroup[] {
  const keys = useSyncExternalStore(listedKeys.subscribe, listedKeys.get, listedKeys.get);
  const go = useGo();
  const always = useAlways();
  const say = useWords("find");
  return useMemo(() => {
    const here = { title: say("group_here"), choices: keyChoices(keys) };
    const rest = [here, { title: say("group_go"), choices: go }, { title: say("group_do"), choices: always }];
    const hits = answer.hits.map(hitChoice);
    if (typed.trim() === "")
      return narrowed([{ title: say("group_recent"), choices: hits.slice(0, LONGEST_RECENT) }, ...rest], "");
    const all: Choice = {
      ...{ id: "all", kind: "go", words: say("everything", { text: typed.trim() }) },
      to: `/find?q=${encodeURIComponent(typed.trim())}`,
    };
    const found = { title: say("group_found"), choices: answer.words === "" ? [] : hits };
    const named = { title: say("group_named"), choices: answer.words === "" ? [] : answer.named.map(hitChoice) };
    const shown = [named, ...narrowed(rest, typed), found].filter((one) => one.choices.length > 0);
    return [...shown, { title: say("group_search"), choices: [all] }];
  }, [typed, answer, keys, go, always, say]);
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
  const say = useWords("find");
  return useMemo(() => {
    const inCase: [string, string][] = parent
      ? [
          [say("go_board"), `/cases/${parent.number}/board`],
          [say("go_table"), `/cases/${parent.number}/table`],
          ...parent.documents.map((one): [string, string] => [
            say("go_article", { title: one.title }),
            `/cases/${parent.number}/documents/${one.id}`,
          ]),
          ...(parent.can.addDocument
            ? [[say("go_new_article"), `/cases/${parent.number}/documents/new`] as [string, string]]
            : []),
          [say("go_release"), `/cases/${parent.number}/release`],
          [say("go_record"), `/cases/${parent.number}/record`],
          [say("go_case_numbers"), `/cases/${parent.number}/numbers`],
          ...(parent.can.configure
            ? [[say("go_settings"), `/cases/${parent.number}/settings`] as [string, string]]
            : []),
        ]
      : [];
    const onDesk: [string, string][] = [
      [say("go_cases"), "/cases"],
      [say("go_my_work"), "/my-work"],
      [say("go_notifications"), "/notifications"],
      [say("go_precedents"), "/precedents"],
      [say("go_numbers"), "/numbers"],
      ...(member && can(member, "case.create") ? [[say("go_new_case"), "/cases/new"] as [string, string]] : []),
      ...(member && can(member, "member.invite") ? [[say("go_members"), "/members"] as [string, string]] : []),
    ];
    return [...inCase, ...onDesk].map(([words, to]) => ({ id: `go-${to}`, kind: "go", words, to }));
  }, [parent, member, say]);
}

/** What can be done on every screen. */
function useAlways(): Choice[] {
  const theme = useFetcher({ key: "theme" });
  const signOut = useSignOut();
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
    const out: Choice = { id: "sign-out", kind: "do", words: say("sign_out"), shown: null, run: signOut };
    return [...themes, out];
  }, [theme.submit, signOut, say]);
}
