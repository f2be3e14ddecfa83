import type { Role } from "#domain/roles.ts";

export const ROLE_WORDS: Record<Role, string> = {
  viewer: "Viewer",
  analyst: "Analyst",
  editor: "Editor",
  admin: "Admin",
};

export const ROLE_HINTS: Record<Role, string> = {
  viewer: "Reads cases and reports.",
  analyst: "Makes, edits and reviews claims.",
  editor: "Does what an analyst does, assigns, and releases.",
  admin: "Does everything, and manages the members.",
};
