import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { Field, type FieldProps } from "#app/ui/field.tsx";

export const TextField = forwardRef<HTMLInputElement, FieldProps & ComponentPropsWithoutRef<"input">>(
  function TextField({ label, hint, error, beside, id, ...rest }, ref) {
    return (
      <Field label={label} hint={hint} error={error} beside={beside} {...(id && { id })}>
        {(control) => <input type="text" {...rest} {...control} ref={ref} />}
      </Field>
    );
  },
);

export const TextArea = forwardRef<HTMLTextAreaElement, FieldProps & ComponentPropsWithoutRef<"textarea">>(
  function TextArea({ label, hint, error, beside, id, ...rest }, ref) {
    return (
      <Field label={label} hint={hint} error={error} beside={beside} {...(id && { id })}>
        {(control) => <textarea {...rest} {...control} ref={ref} />}
      </Field>
    );
  },
);

export const Select = forwardRef<HTMLSelectElement, FieldProps & ComponentPropsWithoutRef<"select">>(function Select(
  { label, hint, error, beside, id, children, ...rest },
  ref,
) {
  return (
    <Field label={label} hint={hint} error={error} beside={beside} {...(id && { id })}>
      {(control) => (
        <select {...rest} {...control} ref={ref}>
          {children}
        </select>
      )}
    </Field>
  );
});
