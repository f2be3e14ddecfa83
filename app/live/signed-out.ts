import { signal } from "#app/ui/signal.ts";

/** Whether the server last said that nobody is signed in here. The page stays as it is, with all that was typed. */
export const signedOut = signal(false);
