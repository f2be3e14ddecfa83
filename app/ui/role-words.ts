import type { Role } from "#domain/roles.ts";

export const ROLE_WORDS: Record<Role, string> = {
  viewer: "Viewer",
  analyst: "Analyst",
  editor: "Editor",
  admin: "Admin",
};
