import type { Part } from "./parts.ts";

/** Rooms that travel as one file, and the parts that need it. */
export type SharedFile = { rooms: string[]; parts: string[] };

/** What each page has. */
const EVERYWHERE = ["entry", "root"];

/** All rooms in files: those that the same parts need are one, and those that each page needs are one. */
export function sharedFiles(rooms: readonly string[], parts: readonly Part[]): SharedFile[] {
  const usersOf = (room: string) => {
    const users = parts.filter((one) => one.rooms.includes(room)).map(({ name }) => name);
    return EVERYWHERE.some((one) => users.includes(one)) ? EVERYWHERE : users.sort();
  };
  const groups = Map.groupBy(rooms, (room) => usersOf(room).join(" ") || `nobody ${room}`);
  return [...groups.values()].map((rooms) => ({ rooms, parts: usersOf(rooms[0] ?? "") }));
}
