import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Collects what loading the program left behind, a twentieth of a second of work that the collector would otherwise do
 * while the first visitors wait.
 */
export function settle(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
}
