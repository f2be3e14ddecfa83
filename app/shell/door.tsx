import "#app/shell/door.css";
import type { ReactNode } from "react";
import { LanguageChoice } from "#app/shell/language-choice.tsx";

/** The frame of the pages before one is in: sign-in, setting up, joining. */
export function Door({ title, lede, children }: { title: string; lede?: ReactNode; children?: ReactNode }) {
  return (
    <div className="door">
      <p className="door-brand">Assay</p>
      <div className="door-panel">
        <h1 className="door-title">{title}</h1>
        {lede && <p className="door-lede">{lede}</p>}
        {children}
      </div>
      <LanguageChoice look="door" />
    </div>
  );
}
