// Node 24 takes the package.json of a package apart for each import of it, and for each of its modules: that is a third of a
// start, since Drizzle has 448 modules and one of 180 KB, and ours ask for each other 1,700 times. Here what a name stands
// for is found once, and Drizzle's modules find each other without it. To be loaded first, with `--import`.
import { registerHooks } from "node:module";

const root = new URL("..", import.meta.url).href;
const packages = "/node_modules/";
// The servers that the bench measures beside have packages of their own.
const others = `${root}bench/peers/`;
const known = new Map();

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL ?? "";
    if (from.includes(`${packages}drizzle-orm/`) && /^\.{1,2}\/.*\.js$/.test(specifier))
      return { url: new URL(specifier, from).href, format: "module", shortCircuit: true };
    // There is one `node_modules`, so that a name of a package or of ours means the same in each of our modules.
    const isOwn = from.startsWith(root) && !from.includes(packages) && !from.startsWith(others);
    if (!isOwn || /^(\.|\/|[a-z]+:)/.test(specifier)) return next(specifier, context);
    const key = JSON.stringify([specifier, context.conditions, context.importAttributes]);
    const found = known.get(key) ?? next(specifier, context);
    known.set(key, found);
    return { ...found, shortCircuit: true };
  },
});
