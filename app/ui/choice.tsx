import type { ComponentPropsWithoutRef, ReactNode } from "react";

/** A checkbox or radio button whose label is a click target as wide as its words. */
export function Choice({
  label,
  hint,
  type = "checkbox",
  ...rest
}: { label: ReactNode; hint?: ReactNode } & ComponentPropsWithoutRef<"input">) {
  return (
    <label className="choice">
      <input {...rest} type={type} />
      <span className="choice-text">
        <span>{label}</span>
        {hint && <span className="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}
