import "#app/article/claim-beside.css";
import { useOutlet } from "@remix-run/react";
import { X } from "lucide-react";
import type { RefObject } from "react";
import { useCase } from "#app/case/use-case.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";

type FrameProps = {
  beside: { open: number | null; panel: RefObject<HTMLElement>; close: () => void };
  /** Steps to the claim before or after it; null when there is no other. */
  onStep: ((by: 1 | -1) => void) | null;
};

/** The claim that is open, beside the text where there is room, else as a sheet over its end; the text stays where it is. */
export function BesideFrame({ beside: { open, panel, close }, onStep }: FrameProps) {
  const say = useWords("article");
  const claim = useOutlet();
  const { parent } = useCase();
  if (open === null || !claim) return null;
  const reference = `C-${parent.number}-${open}`;
  return (
    <aside ref={panel} className="beside" aria-label={say("beside", { reference })} tabIndex={-1}>
      <header className="beside-head">
        <ButtonLink to={`/cases/${parent.number}/claims/${open}`} aria-label={say("open_card_of", { reference })}>
          {say("open_card")}
        </ButtonLink>
        <span className="beside-ways">
          {onStep && <Steps onStep={onStep} />}
          <Button kind="plain" icon aria-label={say("beside_close", { reference })} onClick={close}>
            <X size={16} aria-hidden="true" />
          </Button>
        </span>
      </header>
      {claim}
    </aside>
  );
}

/** To the claim before, and to the one after, in the order of the text. */
export function Steps({ onStep }: { onStep: (by: 1 | -1) => void }) {
  const say = useWords("article");
  return (
    <span className="claims-steps">
      <Button kind="plain" icon aria-label={say("claim_previous")} onClick={() => onStep(-1)}>
        <span aria-hidden="true">↑</span>
      </Button>
      <Button kind="plain" icon aria-label={say("claim_next")} onClick={() => onStep(1)}>
        <span aria-hidden="true">↓</span>
      </Button>
    </span>
  );
}
