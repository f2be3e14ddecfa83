import type { Role } from "#domain/roles.ts";

export const ROLE_WORDS: Record<Role, string> = {
  viewer: "Viewer",
  analyst: "Analyst",
  editor: "Editor",
  admin: "Admin",
};

export const ROLE_HINTS: Record<Role, string> = {
  viewer: "Reads cases and reports.",
  analyst: "Also makes and edits claims, and reviews them.",
  editor: "Also assigns, overrides with a reason, and releases.",
  admin: "Also manages the members.",
};
