import type { Plugin } from "vite";

/**
 * Lets the build leave out what lib0 checks values with: Yjs does not use it, but four constants beside what it does use are
 * made by calls, of which the bundler cannot know that they do nothing else. It is 2 KiB of each card.
 */
export function dropChecks(): Plugin {
  return {
    name: "assay:drop-checks",
    transform: (code, id) => (id.endsWith("/lib0/dom.js") ? code.replaceAll("= $.$", "= /* @__PURE__ */ $.$") : null),
  };
}
