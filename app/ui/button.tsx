import { Link, type LinkProps } from "@remix-run/react";
import { type ComponentPropsWithoutRef, forwardRef } from "react";

/** `primary`: the one next step of a screen. `quiet`: everything else. `danger`: takes something away. `plain`: without a frame. */
export type ButtonKind = "primary" | "quiet" | "danger" | "plain";
type Look = { kind?: ButtonKind /** Square, for an icon alone; give it an `aria-label`. */; icon?: boolean };

export const Button = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<"button"> & Look>(function Button(
  { kind = "quiet", icon, className = "", type = "button", ...rest },
  ref,
) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={`button ${className}`.trim()}
      data-kind={kind}
      data-icon={icon || undefined}
    />
  );
});

export const ButtonLink = forwardRef<HTMLAnchorElement, LinkProps & Look>(function ButtonLink(
  { kind = "quiet", icon, className = "", ...rest },
  ref,
) {
  return (
    <Link {...rest} ref={ref} className={`button ${className}`.trim()} data-kind={kind} data-icon={icon || undefined} />
  );
});
