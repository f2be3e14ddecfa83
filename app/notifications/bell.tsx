import "#app/notifications/bell.css";
import { NavLink } from "@remix-run/react";
import { Bell as BellIcon } from "lucide-react";
import { useUnread } from "#app/notifications/unread-count.ts";
import { useWords } from "#app/words/speech.tsx";

/** The way to the notifications, with the number of unread ones. */
export function Bell({ unread, seed }: { unread: number; seed: string }) {
  const count = useUnread(unread, seed);
  const words = useWords("notifications")("bell", { count });
  return (
    <NavLink className="bell" to="/notifications" aria-label={words} title={words}>
      <BellIcon size={18} aria-hidden="true" />
      {count > 0 && (
        <span className="bell-count" aria-hidden="true">
          {count > 99 ? "99+" : count}
        </span>
      )}
    </NavLink>
  );
}
