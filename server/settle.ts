import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let isSettled = false;

/**
 * Collects what loading the program left behind, a twentieth of a second of work that the collector would otherwise do
 * while the first visitors wait. Once is enough: a process loads the program once, however many desks it opens.
 */
export function settle(): void {
  if (isSettled) return;
  isSettled = true;
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
}
