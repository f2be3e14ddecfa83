// Remix's options. The Vite plugin does not look for this file itself: vite.config.ts imports it and passes it on.
// Build with `remix vite:build` only; `remix build` belongs to the retired compiler and would read this file differently.

/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/*.css", "**/*.test.*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // Off for good: its manifest endpoint lets anybody make the server work for nothing.
    v3_lazyRouteDiscovery: false,
  },
};
