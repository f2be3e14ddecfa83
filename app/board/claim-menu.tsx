import { useNavigate } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import { Header, MenuSection } from "react-aria-components";
import { useBoardActions } from "#app/board/board-context.ts";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { whyNotMove } from "#domain/moving.ts";
import { STAGES, STATUS_WORDS } from "#domain/status.ts";

const MOVES = STAGES.filter((stage) => stage !== "dropped");

/** Everything that can be decided on a claim from a list; the way for everybody who does not drag. */
export function ClaimMenu({ row }: { row: ClaimRow }) {
  const { caseNumber, canMove, canAssign, myId, move, take, ask, menuOf, openMenu, active } = useBoardActions();
  const navigate = useNavigate();
  const blocked = whyNotMove(row);
  const isMine = row.assignee?.id === myId;
  return (
    <MenuButton
      label={`More actions for ${row.reference}`}
      words={<Ellipsis size={16} aria-hidden="true" />}
      kind="plain"
      icon
      isSkippedByTab={active !== row.id}
      isOpen={menuOf === row.id}
      onOpenChange={(isOpen) => openMenu(isOpen ? row.id : null)}
    >
      {canMove && (
        <MenuSection selectionMode="single" selectedKeys={[row.status]}>
          <Header>Move to…</Header>
          {MOVES.map((stage) => (
            <MenuEntry
              key={stage}
              id={stage}
              words={STATUS_WORDS[stage]}
              isDisabled={blocked !== null}
              {...(blocked && stage === MOVES[0] && { hint: blocked })}
              onAction={() => move(row, { stage })}
            />
          ))}
        </MenuSection>
      )}
      <MenuSection>
        <Header>This claim</Header>
        {canMove && !isMine && (canAssign || !row.assignee) && <MenuEntry words="Take it" onAction={() => take(row)} />}
        {canAssign && <MenuEntry words="Assign…" shortcut="A" onAction={() => ask("assign", row)} />}
        {canMove && row.status !== "dropped" && <MenuEntry words="Drop…" onAction={() => ask("drop", row)} />}
        <MenuEntry words="Open the card" onAction={() => navigate(`/cases/${caseNumber}/claims/${row.number}`)} />
      </MenuSection>
    </MenuButton>
  );
}
