import { memberById, sessionWithMember, updateLanguage } from "#db/queries/people.ts";
import type { Language } from "#domain/words/languages.ts";
import type { Context } from "#server/context.ts";
import { inTransaction } from "#server/services/decide.ts";
import { tokenHash } from "#server/services/secrets.ts";

/** The language in which letters reach a member: that of the screens on which they signed in, or chose one, last. */
export function mailLanguageService({ db }: Pick<Context, "db">) {
  return {
    /** Nobody is kept from the screens by a disk that refuses: their letters then stay in the language they were in. */
    keep(sessionId: string | null, language: Language): void {
      const memberId = sessionId && sessionWithMember(db, tokenHash(sessionId))?.member.id;
      if (!memberId || memberById(db, memberId)?.language === language) return;
      try {
        inTransaction(db, (tx) => updateLanguage(tx, memberId, language));
      } catch {
        return;
      }
    },
  };
}
