import { type ReactNode, useEffect, useRef } from "react";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Field } from "#app/ui/field.tsx";
import "#app/ui/shown-once.css";

/** A secret that is never shown again: selected at once, with a button that copies it. */
export function ShownOnce({ label, hint, value }: { label: ReactNode; hint: ReactNode; value: string }) {
  const shown = useRef<HTMLInputElement>(null);
  useEffect(() => shown.current?.select(), []);
  return (
    <div className="shown-once">
      <Field label={label} hint={hint} beside={<CopyButton text={value} />}>
        {(control) => (
          <input {...control} ref={shown} readOnly dir="ltr" value={value} onFocus={(event) => event.target.select()} />
        )}
      </Field>
    </div>
  );
}
