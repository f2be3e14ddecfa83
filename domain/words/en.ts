import absence from "./en/absence.json" with { type: "json" };
import forms from "./en/forms.json" with { type: "json" };
import saving from "./en/saving.json" with { type: "json" };
import shell from "./en/shell.json" with { type: "json" };

/** Every sentence of the screens in English, by room. What the other languages have to have too. */
export const en = {
  absence,
  forms,
  saving,
  shell,
};
