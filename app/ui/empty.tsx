import "#app/ui/empty.css";
import type { ReactNode } from "react";

/** Says that there is nothing yet and what to do next. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
      {action && <div className="actions">{action}</div>}
    </div>
  );
}
