import "#app/ui/meanwhile.css";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";

type MeanwhileProps = { children: ReactNode; again: string; onAgain: () => void };

/** What somebody else changed while a form was open. The form stays as it is until its reader takes the change over. */
export function Meanwhile({ children, again, onAgain }: MeanwhileProps) {
  return (
    <div className="meanwhile" role="status">
      <p>{children}</p>
      <Button onClick={onAgain}>{again}</Button>
    </div>
  );
}
