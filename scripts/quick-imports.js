// Node 24 takes the package.json of a package apart for each of its modules, and Drizzle has 448 and one of 180 KB: that is
// two fifths of a start. Its modules find each other without it. To be loaded first, with `--import`.
import { registerHooks } from "node:module";

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL;
    const isWithin = /^\.{1,2}\/.*\.js$/.test(specifier) && from?.includes("/node_modules/drizzle-orm/");
    return isWithin
      ? { url: new URL(specifier, from).href, format: "module", shortCircuit: true }
      : next(specifier, context);
  },
});
