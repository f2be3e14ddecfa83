import "#app/ui/toast.css";
import { X } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { signal } from "#app/ui/signal.ts";
import { type ToastClock, toastClock } from "#app/ui/toast-clock.ts";
import { useWords } from "#app/words/speech.tsx";

/** Something to do about it, or a page to go to. */
type Action = { label: string } & ({ run: () => void } | { to: string });
type Shown = { id: number; text: string; action: Action | null };

const SECONDS = 10;
const none: Shown[] = [];
const shown = signal<Shown[]>(none);
let last = 0;

/**
 * Shows a sentence for ten seconds, with at most one thing to do about it ("Undo"), and says it to screen readers. The
 * same sentence again takes the place of the first.
 */
export function toast(text: string, action: Action | null = null): void {
  last += 1;
  const others = shown.get().filter((one) => one.text !== text);
  shown.set([...others.slice(-2), { id: last, text, action }]);
}

const dismiss = (id: number) => shown.set(shown.get().filter((one) => one.id !== id));

/** The place where toasts appear; the root renders it once, after the page. */
export function Toasts() {
  const say = useWords("controls");
  const all = useSyncExternalStore(shown.subscribe, shown.get, () => none);
  if (all.length === 0) return null;
  return (
    <section className="toasts" aria-label={say("notices")}>
      {all.map((one) => (
        <Toast key={one.id} {...one} />
      ))}
    </section>
  );
}

/** The clock stands still while the pointer or the focus is on it. */
function Toast({ id, text, action }: Shown) {
  const say = useWords("controls");
  const clock = useRef<ToastClock | null>(null);
  useEffect(() => {
    clock.current = toastClock(SECONDS * 1000, () => dismiss(id));
    return clock.current.stop;
  }, [id]);
  const label = action?.label;
  const said = label ? say("notice_with_action", { text, action: label }) : text;
  useEffect(() => announce(said), [said]);
  const hold = {
    onPointerEnter: () => clock.current?.keep("pointer"),
    onPointerLeave: () => clock.current?.letGo("pointer"),
    onFocus: () => clock.current?.keep("focus"),
    onBlur: () => clock.current?.letGo("focus"),
  };
  return (
    <div className="toast" {...hold}>
      <p>{text}</p>
      {action && <Act action={action} onDone={() => dismiss(id)} />}
      <Button kind="plain" icon aria-label={say("close_notice")} onClick={() => dismiss(id)}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}

function Act({ action, onDone }: { action: Action; onDone: () => void }) {
  if ("to" in action)
    return (
      <ButtonLink to={action.to} onClick={onDone}>
        {action.label}
      </ButtonLink>
    );
  const run = () => {
    action.run();
    onDone();
  };
  return <Button onClick={run}>{action.label}</Button>;
}
