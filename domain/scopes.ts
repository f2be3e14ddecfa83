/** What a token lets a program do, within what its member may do. */
export const SCOPES = ["read", "write", "release"] as const;
export type Scope = (typeof SCOPES)[number];
