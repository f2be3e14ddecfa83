import { type ReactNode, useId } from "react";

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  /** A button on the line of the control, whatever stands below it. */
  beside?: ReactNode;
};

/** What the control inside a field takes over, so that its label, hint and error are read with it. */
export type ControlProps = { id: string; className: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** Label, control, hint and error in reading order, tied together. */
export function Field({
  label,
  hint,
  error,
  beside,
  id: given,
  children,
}: FieldProps & { id?: string; children: (control: ControlProps) => ReactNode }) {
  const made = useId();
  const id = given ?? made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const control = children({
    id,
    className: "input",
    ...(described && { "aria-describedby": described }),
    ...(error && { "aria-invalid": true }),
  });
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {beside ? (
        <div className="field-line">
          {control}
          {beside}
        </div>
      ) : (
        control
      )}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
