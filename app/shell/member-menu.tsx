import { Link, useLocation } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import { DensityChoice } from "#app/shell/density-choice.tsx";
import { KeepChoice } from "#app/shell/keep-choice.tsx";
import { LanguageChoice } from "#app/shell/language-choice.tsx";
import type { Theme } from "#app/shell/theme.ts";
import { ThemeChoice } from "#app/shell/theme-choice.tsx";
import type { ShellMember } from "#app/shell/use-root.ts";
import { useSignOut } from "#app/shell/use-sign-out.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { useRoleWords } from "#app/ui/use-role-words.ts";
import { useWords } from "#app/words/speech.tsx";

/** Who is signed in, the choices of light or dark, of density and of a language, and the way out. A disclosure: it opens without JavaScript too. */
export function MemberMenu({ member, theme }: { member: ShellMember; theme: Theme }) {
  const disclosure = useRef<HTMLDetailsElement>(null);
  const { word } = useRoleWords();
  const say = useWords("shell");
  const signOut = useSignOut();
  const leave = (event: FormEvent) => {
    event.preventDefault();
    signOut();
  };
  useClosing(disclosure);
  return (
    <details className="member-menu" ref={disclosure}>
      <summary className="member-summary">
        <Avatar name={member.name} colour={member.colour} decorative />
        <span className="member-name">{member.name}</span>
        <span className="unseen">{say("menu_hint")}</span>
      </summary>
      <div className="member-panel">
        <p className="member-who">
          <strong>{member.name}</strong>
          <span className="meta">{word(member.role)}</span>
        </p>
        <ThemeChoice theme={theme} />
        <DensityChoice />
        <LanguageChoice />
        <KeepChoice />
        <Link to="/byline">{say("byline")}</Link>
        <Link to="/tokens">{say("tokens")}</Link>
        <form method="post" action="/sign-out" onSubmit={leave}>
          <Button type="submit">{say("sign_out")}</Button>
        </form>
      </div>
    </details>
  );
}

/** Closes it with Esc (the focus goes to its button), with a click elsewhere, and on the next page. */
function useClosing(disclosure: React.RefObject<HTMLDetailsElement>) {
  const { key } = useLocation();
  const page = useRef(key);
  useEffect(() => {
    // Whoever opened it before the scripts were there keeps it open.
    if (page.current !== key) disclosure.current?.removeAttribute("open");
    page.current = key;
  }, [key, disclosure]);
  useEffect(() => {
    const close = () => disclosure.current?.removeAttribute("open");
    const onPointer = ({ target }: PointerEvent) => !disclosure.current?.contains(target as Node) && close();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !disclosure.current?.open) return;
      close();
      disclosure.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, [disclosure]);
}
