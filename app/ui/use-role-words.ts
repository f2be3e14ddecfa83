import { useMemo } from "react";
import { useWords } from "#app/words/speech.tsx";
import type { Role } from "#domain/roles.ts";

/** The name of a role, and what whoever has it does. */
export function useRoleWords(): { word: (role: Role) => string; hint: (role: Role) => string } {
  const say = useWords("roles");
  return useMemo(() => ({ word: (role) => say(role), hint: (role) => say(`hint_${role}`) }), [say]);
}
