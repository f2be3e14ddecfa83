import "#app/cases/case-fields.css";
import { Choice } from "#app/ui/choice.tsx";
import { ROLE_WORDS } from "#app/ui/role-words.ts";
import { Select, TextField } from "#app/ui/text-field.tsx";
import { LIMITS } from "#domain/limits.ts";
import type { Role } from "#domain/roles.ts";
import type { Scale } from "#domain/scales.ts";

type Chosen = {
  title: string;
  scaleId: string | null;
  quorum: number;
  restricted: boolean;
  memberIds: readonly string[];
};
type Colleague = { id: string; name: string; role: Role };
type CaseFieldsProps = {
  chosen: Chosen;
  scales: readonly Scale[];
  colleagues: readonly Colleague[];
  errors: Record<string, string | undefined>;
};

/** The fields that a new case and the settings of a case share. */
export function CaseFields({ chosen, scales, colleagues, errors }: CaseFieldsProps) {
  return (
    <>
      <TextField
        label="Title"
        hint="What the case is about, in the desk's own words."
        name="title"
        defaultValue={chosen.title}
        required
        maxLength={LIMITS.title}
        dir="auto"
        error={errors.title}
      />
      <div className="case-rules">
        <Select
          label="Rating scale"
          hint={
            <>
              <a href="/scales">What the labels mean</a>. What is signed keeps its label when the scale changes.
            </>
          }
          name="scaleId"
          defaultValue={chosen.scaleId ?? ""}
          error={errors.scaleId}
        >
          {scales.map((scale) => (
            <option key={scale.id} value={scale.id}>
              {scale.name}
            </option>
          ))}
          <option value="">No scale: verdicts in words only</option>
        </Select>
        <TextField
          label="Sign-offs needed"
          hint="Per claim. One must come from somebody who did not make its last change."
          name="quorum"
          type="number"
          min={1}
          max={9}
          inputMode="numeric"
          defaultValue={chosen.quorum}
          required
          error={errors.quorum}
        />
      </div>
      <fieldset className="case-access">
        <legend className="field-label">Who may open it</legend>
        <Choice
          name="restricted"
          defaultChecked={chosen.restricted}
          label="Only the people I choose"
          hint="Others are told that there is no such case. Admins can always open it."
        />
        <People chosen={chosen.memberIds} colleagues={colleagues} />
      </fieldset>
    </>
  );
}

function People({ chosen, colleagues }: { chosen: readonly string[]; colleagues: readonly Colleague[] }) {
  return (
    <fieldset className="case-people">
      <legend className="unseen">People of a restricted case</legend>
      {colleagues.map(({ id, name, role }) => (
        <Choice
          key={id}
          name="memberIds[]"
          value={id}
          defaultChecked={chosen.includes(id)}
          label={name}
          hint={ROLE_WORDS[role]}
        />
      ))}
    </fieldset>
  );
}
