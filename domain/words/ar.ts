import type { Catalogue } from "#domain/words/say.ts";
import absence from "./ar/absence.json" with { type: "json" };
import forms from "./ar/forms.json" with { type: "json" };
import saving from "./ar/saving.json" with { type: "json" };
import shell from "./ar/shell.json" with { type: "json" };

/** The same in Arabic. A sentence that is missing here is a type error. */
export const ar: Catalogue = {
  absence,
  forms,
  saving,
  shell,
};
