import { useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { useOnceKey } from "#app/ui/once-key.tsx";
import { type Refused, refusedIn } from "#app/ui/refusal.tsx";
import { ROLE_HINTS, ROLE_WORDS } from "#app/ui/role-words.ts";
import { toast } from "#app/ui/toast.tsx";
import { ROLES, type Role } from "#domain/roles.ts";
import type { MemberRow } from "#server/services/members.ts";

/** What an admin can do about a colleague, after a question: another role, or an end to the access. */
export function MemberActions({ member }: { member: MemberRow }) {
  const fetcher = useFetcher<{ ok: true } | { ok: false; refused: Refused }>();
  const [asked, setAsked] = useState<Role | "end" | null>(null);
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
      <MenuButton label={`Actions for ${member.name}`} words={<span aria-hidden="true">⋯</span>} kind="plain" icon>
        {ROLES.filter((role) => role !== member.role).map((role) => (
          <MenuEntry
            key={role}
            words={`Make ${ROLE_WORDS[role].toLowerCase()}…`}
            hint={ROLE_HINTS[role]}
            onAction={() => setAsked(role)}
          />
        ))}
        <MenuEntry words="End their access…" onAction={() => setAsked("end")} />
      </MenuButton>
      {asked === "end" && (
        <EndAccess name={member.name} onClose={() => setAsked(null)} onConfirm={() => send({ intent: "deactivate" })} />
      )}
      {asked !== null && asked !== "end" && (
        <ChangeRole
          member={member}
          to={asked}
          onClose={() => setAsked(null)}
          onConfirm={() => send({ intent: "role", role: asked })}
        />
      )}
    </>
  );
}

type Question = { onClose: () => void; onConfirm: () => void };

function EndAccess({ name, ...question }: Question & { name: string }) {
  return (
    <Ask title={`End ${name}'s access?`} yes="End access" kind="danger" {...question}>
      {name} is signed out everywhere at once and cannot sign in again. What they wrote and signed stays on the record
      under their name.
    </Ask>
  );
}

function ChangeRole({ member: { name, role }, to, ...question }: Question & { member: MemberRow; to: Role }) {
  const [from, next] = [ROLE_WORDS[role].toLowerCase(), ROLE_WORDS[to].toLowerCase()];
  return (
    <Ask title={`Make ${name} ${withArticle(next)}?`} yes={`Make ${next}`} kind="primary" {...question}>
      {name} is {withArticle(from)} now. The new role counts at once, also in what they have open. {ROLE_HINTS[to]}
    </Ask>
  );
}

const withArticle = (word: string) => `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;

type AskProps = Question & { title: string; yes: string; kind: "primary" | "danger"; children: ReactNode };

function Ask({ title, yes, kind, onClose, onConfirm, children }: AskProps) {
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
        <Button onClick={onClose}>Keep</Button>
      </div>
    </Dialog>
  );
}
