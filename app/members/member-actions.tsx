import { useFetcher } from "@remix-run/react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { BylineForm } from "#app/byline/byline-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { useOnceKey } from "#app/ui/once-key.tsx";
import { type Refused, refusedIn } from "#app/ui/refusal.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useRoleWords } from "#app/ui/use-role-words.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import { ROLES, type Role } from "#domain/roles.ts";
import type { MemberRow } from "#server/services/members.ts";

/** What an admin can do about a colleague, each in a dialog: a byline, another role, or an end to the access. */
export function MemberActions({ member }: { member: MemberRow }) {
  const say = useWords("members");
  const sayOfByline = useWords("byline");
  const roleWords = useRoleWords();
  const fetcher = useFetcher<{ ok: true } | { ok: false; refused: Refused }>();
  const [asked, setAsked] = useState<Role | "end" | "byline" | null>(null);
  const close = useCallback(() => setAsked(null), []);
  const isActive = member.deactivatedAt === null;
  const others = isActive ? ROLES.filter((role) => role !== member.role) : [];
  const refused = refusedIn(fetcher.data);
  useEffect(() => {
    if (refused) toast(refused.message);
  }, [refused]);
  const once = useOnceKey();
  const send = (fields: { intent: string; role?: string }) => {
    const key = `${once}${fields.intent}${fields.role ?? ""}`;
    fetcher.submit({ memberId: member.id, once: key, ...fields }, { method: "post", action: "/members" });
  };
  return (
    <>
      <MenuButton
        label={say("actions_for", { name: member.name })}
        words={<span aria-hidden="true">⋯</span>}
        kind="plain"
        icon
      >
        <MenuEntry words={sayOfByline("set")} onAction={() => setAsked("byline")} />
        {others.map((role) => (
          <MenuEntry
            key={role}
            words={say(`make_${role}`)}
            hint={roleWords.hint(role)}
            onAction={() => setAsked(role)}
          />
        ))}
        {isActive && <MenuEntry words={say("end_access")} onAction={() => setAsked("end")} />}
      </MenuButton>
      {asked === "byline" && <MemberByline member={member} onClose={close} />}
      {asked === "end" && (
        <EndAccess name={member.name} onClose={close} onConfirm={() => send({ intent: "deactivate" })} />
      )}
      {asked !== null && asked !== "end" && asked !== "byline" && (
        <ChangeRole
          member={member}
          to={asked}
          onClose={close}
          onConfirm={() => send({ intent: "role", role: asked })}
        />
      )}
    </>
  );
}

function MemberByline({ member: { id, name, byline }, onClose }: { member: MemberRow; onClose: () => void }) {
  const say = useWords("byline");
  const chosen = { name, byline: byline === name ? "" : byline };
  return (
    <Dialog title={say("of", { name })} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <BylineForm chosen={chosen} member={id} onDone={onClose} />
    </Dialog>
  );
}

type Question = { onClose: () => void; onConfirm: () => void };

function EndAccess({ name, ...question }: Question & { name: string }) {
  const say = useWords("members");
  return (
    <Ask title={say("end_question", { name })} yes={say("end_yes")} kind="danger" {...question}>
      <Words room="members" id="end_consequence" values={{ name: <bdi>{name}</bdi> }} />
    </Ask>
  );
}

function ChangeRole({ member: { name, role }, to, ...question }: Question & { member: MemberRow; to: Role }) {
  const say = useWords("members");
  const hint = useRoleWords().hint(to);
  return (
    <Ask title={say(`make_${to}_question`, { name })} yes={say(`make_${to}_yes`)} kind="primary" {...question}>
      <Words room="members" id={`from_${role}`} values={{ name: <bdi>{name}</bdi>, hint }} />
    </Ask>
  );
}

type AskProps = Question & { title: string; yes: string; kind: "primary" | "danger"; children: ReactNode };

function Ask({ title, yes, kind, onClose, onConfirm, children }: AskProps) {
  const say = useWords("members");
  const confirm = () => {
    onConfirm();
    onClose();
  };
  return (
    <Dialog title={title} role="alertdialog" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <p>{children}</p>
      <div className="actions">
        <Button kind={kind} onClick={confirm}>
          {yes}
        </Button>
        <Button onClick={onClose}>{say("keep")}</Button>
      </div>
    </Dialog>
  );
}
