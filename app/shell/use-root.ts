import { useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";
import type { Density } from "#app/shell/density.ts";
import type { Theme } from "#app/shell/theme.ts";
import type { Role } from "#domain/roles.ts";
import type { Language } from "#domain/words/languages.ts";

export type ShellMember = { id: string; name: string; role: Role; colour: number };
export type RootFacts = {
  member: ShellMember | null;
  desk: string;
  demo: boolean;
  readOnly: string | null;
  theme: Theme;
  /** The language that the server speaks to this browser. */
  language: Language;
  density: Density;
  /** Whether this browser keeps what the member types until the server has it. */
  keepsTyped: boolean;
  /** The time zone that this browser was last known to be in, and the moment of the answer. */
  zone: string | null;
  now: number;
  seed: string;
  /** Notifications that the member has not read. */
  unread: number;
};

const RootContext = createContext<RootFacts | undefined>(undefined);

/** The layout of all pages gives it to what stands in it, which is drawn again when it changes, and not with every load. */
export const RootProvider = RootContext.Provider;

/** What the root loader answered; undefined only where the root itself failed. */
export const useRoot = (): RootFacts | undefined => useContext(RootContext);

/** The same for the layout itself. */
export const useLoadedRoot = (): RootFacts | undefined => useRouteLoaderData("root") as RootFacts | undefined;
