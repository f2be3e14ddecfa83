import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { LIMITS } from "#domain/limits.ts";

export function Account({ errors }: { errors: Record<string, string | undefined> }) {
  const { min } = LIMITS.password;
  return (
    <>
      <TextField
        label="Your name"
        hint="Colleagues see it beside what you write and sign."
        name="name"
        required
        maxLength={LIMITS.name}
        autoComplete="name"
        error={errors.name}
      />
      <TextField
        label="Your e-mail"
        hint="You sign in with it."
        name="email"
        type="email"
        required
        autoComplete="username"
        spellCheck={false}
        error={errors.email}
      />
      <PasswordField
        label="Password"
        hint={`${min} characters or more. A short sentence is good.`}
        name="password"
        autoComplete="new-password"
        minLength={min}
        error={errors.password}
      />
    </>
  );
}
