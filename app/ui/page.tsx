import "#app/ui/page.css";
import type { ReactNode } from "react";

/** The frame of a page: title, an optional line under it, what can be done here, and the content at a reading width. */
export function Page({
  title,
  lede,
  actions,
  part = false,
  children,
}: {
  title: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  /** Stands under the heading of something larger, such as a case, and begins where that begins. */
  part?: boolean;
  children: ReactNode;
}) {
  const Title = part ? "h2" : "h1";
  return (
    <div className="page" data-part={part || undefined}>
      <header className="page-head">
        <div className="page-words">
          <Title className="page-title">{title}</Title>
          {lede && <p className="page-lede">{lede}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
