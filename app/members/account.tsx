import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";

export function Account({ errors }: { errors: Record<string, string | undefined> }) {
  const say = useWords("doors");
  const { min } = LIMITS.password;
  return (
    <>
      <TextField
        label={say("your_name")}
        hint={say("your_name_hint")}
        name="name"
        required
        maxLength={LIMITS.name}
        autoComplete="name"
        error={errors.name}
      />
      <TextField
        label={say("your_email")}
        hint={say("your_email_hint")}
        name="email"
        type="email"
        dir="ltr"
        required
        autoComplete="username"
        spellCheck={false}
        error={errors.email}
      />
      <PasswordField
        label={say("password")}
        hint={say("new_password_hint", { min })}
        name="password"
        autoComplete="new-password"
        minLength={min}
        error={errors.password}
      />
    </>
  );
}
