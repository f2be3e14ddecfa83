import { resume } from "#app/together/paused.ts";
import { usePaused } from "#app/together/use-pause.ts";
import { Button } from "#app/ui/button.tsx";

/** Says that colleagues' changes are held back, how many, and shows them. */
export function PauseLine() {
  const waiting = usePaused();
  if (waiting === null) return null;
  return (
    <div className="together-line">
      <p>{pausedWords(waiting)}</p>
      <Button onClick={resume}>Show changes as they come</Button>
    </div>
  );
}

export function pausedWords(waiting: number): string {
  if (waiting === 0) return "Live updates are paused. Nothing has changed since.";
  if (waiting === 1) return "Live updates are paused. One change waits. What you write is saved as always.";
  return `Live updates are paused. ${waiting} changes wait. What you write is saved as always.`;
}
