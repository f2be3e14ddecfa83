import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Field, type FieldProps } from "#app/ui/field.tsx";
import { useWords } from "#app/words/speech.tsx";

type PasswordFieldProps = FieldProps & {
  name: string;
  autoComplete: "current-password" | "new-password";
  minLength?: number;
  autoFocus?: boolean;
};

/** A password that can be pasted, filled in by a password manager, and shown. */
export function PasswordField({ label, hint, error, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const say = useWords("controls");
  const show = (
    <Button
      className="scripted"
      aria-pressed={shown}
      aria-label={say("show_password")}
      onClick={() => setShown(!shown)}
    >
      {say(shown ? "hide" : "show")}
    </Button>
  );
  return (
    <Field label={label} hint={hint} error={error} beside={show}>
      {(control) => (
        <input
          {...rest}
          {...control}
          type={shown ? "text" : "password"}
          required
          spellCheck={false}
          autoCapitalize="none"
        />
      )}
    </Field>
  );
}
