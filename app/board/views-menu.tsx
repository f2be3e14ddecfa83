import { useFetcher, useNavigate, useSearchParams } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useEffect, useState } from "react";
import { Header, MenuSection } from "react-aria-components";
import { addressOfView, lookIn } from "#app/board/look.ts";
import type { Screen } from "#app/board/use-listed.ts";
import { SaveViewDialog, SureDialog } from "#app/board/view-dialogs.tsx";
import { useCase } from "#app/case/use-case.ts";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { useOnceKey } from "#app/ui/once-key.tsx";
import { refusedIn } from "#app/ui/refusal.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Say } from "#domain/words/say.ts";
import type { View } from "#server/services/views.ts";

type Question = { kind: "save" | "saveOver" | "remove" } | null;

/** The saved views of the case: open one, keep the look of this page as one, save over the one that is open. */
export function ViewsMenu({ screen, views }: { screen: Screen; views: readonly View[] }) {
  const { parent } = useCase();
  const say = useWords("views");
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [question, setQuestion] = useState<Question>(null);
  const open = views.find((one) => one.id === search.get("view")) ?? null;
  const look = lookIn(search);
  const isChanged = open !== null && (open.search !== look || open.screen !== screen);
  const mayChange = open !== null && (!open.isShared || parent.can.edit);
  const decide = useViewDecision();
  const saveOver = () =>
    open && decide({ intent: "save-over-view", open, screen, look, done: say("saved", { name: open.name }) });
  const remove = () =>
    open && decide({ intent: "remove-view", open, screen, look, done: say("deleted", { name: open.name }) });
  const sections = [
    { title: say("mine"), views: views.filter((one) => !one.isShared) },
    { title: say("for_everybody"), views: views.filter((one) => one.isShared) },
  ].filter((section) => section.views.length > 0);
  const close = () => setQuestion(null);
  return (
    <>
      <MenuButton label={nameOf(say, open, isChanged)} words={<ViewWords open={open} isChanged={isChanged} />}>
        {sections.map((section) => (
          <MenuSection key={section.title}>
            <Header>{section.title}</Header>
            {section.views.map((one) => (
              <MenuEntry
                key={one.id}
                id={one.id}
                words={one.name}
                {...(one.isShared && {
                  hint: one.by === null ? say("saved_by_left") : say("saved_by", { name: one.by }),
                })}
                onAction={() => navigate(addressOfView(parent.number, one))}
              />
            ))}
          </MenuSection>
        ))}
        <MenuSection>
          <Header>{say("this_page")}</Header>
          {mayChange && isChanged && (
            <MenuEntry
              words={say("save_over", { name: open.name })}
              onAction={() => (open.isShared ? setQuestion({ kind: "saveOver" }) : saveOver())}
            />
          )}
          <MenuEntry words={say("ask_save")} onAction={() => setQuestion({ kind: "save" })} />
          {mayChange && (
            <MenuEntry
              words={say("ask_delete", { name: open.name })}
              onAction={() => setQuestion({ kind: "remove" })}
            />
          )}
        </MenuSection>
      </MenuButton>
      {question?.kind === "save" && <SaveViewDialog screen={screen} look={look} onClose={close} />}
      {question?.kind === "saveOver" && open && (
        <SureDialog
          title={say("save_for_everyone_title")}
          action={say("save_for_everyone")}
          onSure={saveOver}
          onClose={close}
        >
          {say("save_for_everyone_hint", { name: open.name })}
        </SureDialog>
      )}
      {question?.kind === "remove" && open && (
        <SureDialog
          title={say("delete_title", { name: open.name })}
          action={say("delete")}
          onSure={remove}
          onClose={close}
        >
          {say(open.isShared ? "delete_shared_hint" : "delete_own_hint")}
        </SureDialog>
      )}
    </>
  );
}

function nameOf(say: Say<"views">, open: View | null, isChanged: boolean): string {
  if (!open) return say("views");
  return say(isChanged ? "open_view_changed" : "open_view", { name: open.name });
}

function ViewWords({ open, isChanged }: { open: View | null; isChanged: boolean }) {
  const say = useWords("views");
  return (
    <>
      <span className="view-name" dir="auto">
        {open ? open.name : say("views")}
      </span>
      {isChanged && <span className="view-changed">{say("changed")}</span>}
      <ChevronDown size={14} aria-hidden="true" />
    </>
  );
}

type Asked = { intent: "save-over-view" | "remove-view"; open: View; screen: Screen; look: string; done: string };

/** Sends what is decided on the open view, and says what came of it. */
function useViewDecision(): (asked: Asked) => void {
  const { submit, state, data: answer } = useFetcher();
  const [asked, setAsked] = useState<Asked | null>(null);
  const once = useOnceKey("view");
  useEffect(() => {
    if (!asked || state !== "idle" || answer === undefined) return;
    toast(refusedIn(answer)?.message ?? asked.done);
    setAsked(null);
  }, [asked, state, answer]);
  return (next) => {
    const { intent, open, screen, look } = next;
    setAsked(next);
    const version = String(open.version);
    const key = `${once}${intent}${open.id}${version}`.slice(-100);
    submit({ intent, once: key, viewId: open.id, version, screen, search: look }, { method: "post" });
  };
}
