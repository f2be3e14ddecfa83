import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { useOnceKey } from "#app/ui/once-key.tsx";
import { type Refused, refusedIn } from "#app/ui/refusal.tsx";
import { ROLE_HINTS, ROLE_WORDS } from "#app/ui/role-words.ts";
import { toast } from "#app/ui/toast.tsx";
import { ROLES } from "#domain/roles.ts";
import type { MemberRow } from "#server/services/members.ts";

/** What an admin can do about a colleague: another role, or an end to the access after a question. */
export function MemberActions({ member }: { member: MemberRow }) {
  const fetcher = useFetcher<{ ok: true } | { ok: false; refused: Refused }>();
  const [isAsking, setAsking] = useState(false);
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
            words={`Make ${ROLE_WORDS[role].toLowerCase()}`}
            hint={ROLE_HINTS[role]}
            onAction={() => send({ intent: "role", role })}
          />
        ))}
        <MenuEntry words="End their access…" onAction={() => setAsking(true)} />
      </MenuButton>
      <EndAccess
        name={member.name}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => send({ intent: "deactivate" })}
      />
    </>
  );
}

type EndAccessProps = { name: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void; onConfirm: () => void };

function EndAccess({ name, isOpen, onOpenChange, onConfirm }: EndAccessProps) {
  const confirm = () => {
    onConfirm();
    onOpenChange(false);
  };
  return (
    <Dialog title={`End ${name}'s access?`} role="alertdialog" isOpen={isOpen} onOpenChange={onOpenChange}>
      <p>
        {name} is signed out everywhere at once and cannot sign in again. What they wrote and signed stays on the record
        under their name.
      </p>
      <div className="actions">
        <Button kind="danger" onClick={confirm}>
          End access
        </Button>
        <Button onClick={() => onOpenChange(false)}>Keep</Button>
      </div>
    </Dialog>
  );
}
