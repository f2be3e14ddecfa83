import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Field, type FieldProps } from "#app/ui/field.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
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
  const canShow = useHydrated();
  const say = useWords("controls");
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className="input-with-button">
          <input
            {...rest}
            {...control}
            type={shown ? "text" : "password"}
            required
            spellCheck={false}
            autoCapitalize="none"
          />
          {canShow && (
            <Button aria-pressed={shown} aria-label={say("show_password")} onClick={() => setShown(!shown)}>
              {say(shown ? "hide" : "show")}
            </Button>
          )}
        </span>
      )}
    </Field>
  );
}
