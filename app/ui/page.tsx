import "#app/ui/page.css";
import type { ReactNode } from "react";

/** The frame of a page: title, an optional line under it, what can be done here, and the content at a reading width. */
export function Page({
  title,
  lede,
  actions,
  wide = false,
  children,
}: {
  title: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="page" data-wide={wide || undefined}>
      <header className="page-head">
        <div className="page-words">
          <h1 className="page-title">{title}</h1>
          {lede && <p className="page-lede">{lede}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
