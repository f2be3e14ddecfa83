import { useNavigate } from "@remix-run/react";
import { Header, MenuSection } from "react-aria-components";
import { useBoardActions } from "#app/board/board-context.ts";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { Dots } from "#app/ui/dots.tsx";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";
import { whyNotMove } from "#domain/moving.ts";
import { STAGES } from "#domain/status.ts";

const MOVES = STAGES.filter((stage) => stage !== "dropped");

/** Everything that can be decided on a claim from a list; the way for everybody who does not drag. */
export function ClaimMenu({ row }: { row: ClaimRow }) {
  const { menuOf, openMenu, active } = useBoardActions();
  const say = useWords("board");
  return (
    <MenuButton
      label={say("more_actions", { reference: row.reference })}
      words={<Dots />}
      kind="plain"
      icon
      isSkippedByTab={active !== row.id}
      isOpen={menuOf === row.id}
      onOpenChange={(isOpen) => openMenu(isOpen ? row.id : null)}
    >
      <Entries row={row} />
    </MenuButton>
  );
}

/** Made when the menu opens: a list of thousands would otherwise say all of it for each claim that comes into sight. */
function Entries({ row }: { row: ClaimRow }) {
  const { caseNumber, canMove, canAssign, myId, move, take, ask } = useBoardActions();
  const navigate = useNavigate();
  const say = useWords("board");
  const sayStatus = useWords("statuses");
  const sayIt = useSaying("claims");
  const blocked = whyNotMove(row);
  const isMine = row.assignee?.id === myId;
  return (
    <>
      {canMove && (
        <MenuSection selectionMode="single" selectedKeys={[row.status]}>
          <Header>{say("move_to")}</Header>
          {MOVES.map((stage) => (
            <MenuEntry
              key={stage}
              id={stage}
              words={sayStatus(stage)}
              isDisabled={blocked !== null}
              {...(blocked && stage === MOVES[0] && { hint: sayIt(blocked) })}
              onAction={() => move(row, { stage })}
            />
          ))}
        </MenuSection>
      )}
      <MenuSection>
        <Header>{say("this_claim")}</Header>
        {canMove && !isMine && (canAssign || !row.assignee) && (
          <MenuEntry words={say("take_it")} onAction={() => take(row)} />
        )}
        {canAssign && <MenuEntry words={say("ask_assign")} shortcut="A" onAction={() => ask("assign", row)} />}
        {canMove && row.status !== "dropped" && <MenuEntry words={say("ask_drop")} onAction={() => ask("drop", row)} />}
        <MenuEntry words={say("open_card")} onAction={() => navigate(`/cases/${caseNumber}/claims/${row.number}`)} />
      </MenuSection>
    </>
  );
}
