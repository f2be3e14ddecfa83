import type { Command } from "#server/cli/command.ts";

type Listed = { summary: string; load: () => Promise<Command> };

/** Each with what it does in one line; only the one that is asked for is loaded. docs/command-line.md lists the same. */
export const COMMANDS: Readonly<Record<string, Listed>> = {
  export: {
    summary: "write a release as a file: the bundle, or one of its formats",
    load: async () => (await import("#server/cli/export.ts")).writeRelease,
  },
  verify: {
    summary: "check a bundle, as it came or unpacked, or the proof of one claim",
    load: async () => (await import("#server/cli/verify.ts")).verify,
  },
  user: {
    summary: "create a member, reset a password by a link, list the members",
    load: async () => (await import("#server/cli/user.ts")).user,
  },
  token: {
    summary: "create, list and take back tokens with which programs ask",
    load: async () => (await import("#server/cli/token.ts")).token,
  },
  import: {
    summary: "take in what others have checked, as precedents",
    load: async () => (await import("#server/cli/import.ts")).importChecks,
  },
  backup: {
    summary: "copy the desk's file, also while it is running, and check the copy",
    load: async () => (await import("#server/cli/backup.ts")).backup,
  },
  restore: {
    summary: "put a backup in place of the desk, which has to be stopped",
    load: async () => (await import("#server/cli/restore.ts")).restore,
  },
  audit: {
    summary: "verify: check the whole record. withhold: take out what one event says",
    load: async () => (await import("#server/cli/audit.ts")).audit,
  },
  key: {
    summary: "list: the desk's public keys. rotate: put another one in place",
    load: async () => (await import("#server/cli/key.ts")).key,
  },
  prove: {
    summary: "take the proof of one claim from a bundle, with nothing of the others",
    load: async () => (await import("#server/cli/prove.ts")).prove,
  },
};
