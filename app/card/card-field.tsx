import { type ReactNode, useId } from "react";
import { useColleagues } from "#app/card/card-context.ts";
import { Words } from "#app/words/speech.tsx";

type CardFieldProps = {
  /** Where on the card this is, as presence names it. */
  place: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  className?: string;
  /** The words stand there as text, so the label is no control's. */
  isReadOnly?: boolean;
  /** It is stored whole, so that a colleague in it is about to write over it. */
  isWhole?: boolean;
  children: (control: { id: string; describedBy: string | undefined; invalid: boolean }) => ReactNode;
};

/** A field of the card: its label, who else is in it, the control, and what is wrong with it. */
export function CardField({
  place,
  label,
  hint,
  error,
  className = "",
  isReadOnly = false,
  isWhole = false,
  children,
}: CardFieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <PlaceFrame place={place} className={`card-field ${className}`.trim()}>
      <div className="card-field-head">
        {isReadOnly ? (
          <p className="field-label">{label}</p>
        ) : (
          <label className="field-label" htmlFor={id}>
            {label}
          </label>
        )}
        <WhoIsHere place={place} isWriting={isWhole} />
      </div>
      {children({ id, describedBy: described || undefined, invalid: Boolean(error) })}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </PlaceFrame>
  );
}

/** Marks a place of the card: colleagues hear when the focus is inside, and it shows when theirs is. */
export function PlaceFrame({ place, className, children }: { place: string; className: string; children: ReactNode }) {
  const colour = useColleagues((all) => all.find((one) => isWithin(one.field, place))?.colour);
  const isBusy = colour !== undefined;
  return (
    <div
      className={className}
      data-place={place}
      data-colour={isBusy ? colour % 8 : undefined}
      data-busy={isBusy || undefined}
    >
      {children}
    </div>
  );
}

/** The names of the colleagues in a place; `isWriting` says that they write there. */
export function WhoIsHere({ place, isWriting = false }: { place: string; isWriting?: boolean }) {
  const here = useColleagues((all) =>
    all.flatMap(({ id, name, colour, field }) => (isWithin(field, place) ? [{ id, name, colour }] : [])),
  );
  const people = [...new Map(here.map((one) => [one.id, one])).values()];
  return people.map((one) => (
    <span key={one.id} className="here-name" data-colour={one.colour % 8}>
      {isWriting ? <Words room="together" id="writing_here" values={{ name: <bdi>{one.name}</bdi> }} /> : one.name}
    </span>
  ));
}

const isWithin = (field: string | null, place: string) => field === place || Boolean(field?.startsWith(`${place}/`));
