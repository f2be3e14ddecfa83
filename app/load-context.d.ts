import "@remix-run/node";
import type { Language } from "#domain/words/languages.ts";
import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    services: Services;
    member: Member | null;
    /** The moment after which everything of this page was read, as `Live.moment` names it. */
    readAt: string;
    nonce: string;
    production: boolean;
    demo: boolean;
    origin: string;
    /** Address of the peer, IPv6 cut to its /64; for sign-in limits. */
    network: string;
    /** Why nothing can be written right now, or null. */
    readOnly: string | null;
    /** Sends a file while it is made, no faster than its reader takes it. A fault in the middle breaks the connection. */
    stream(pieces: Iterable<string | Uint8Array>): ReadableStream<Uint8Array>;
    /** The language that the screens speak to this person, and the Set-Cookie header that keeps another one, also for their letters. */
    language: Language;
    keepLanguage(language: Language): string;
    /** The Set-Cookie header that signs in or out; signing in keeps the language for letters, `endSession` ends it in the database. */
    setSession(sessionId: string): string;
    endSession(): string;
  }

  interface Future {
    v3_singleFetch: true;
  }
}
