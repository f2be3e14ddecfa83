import "#app/cases/case-fields.css";
import { Choice } from "#app/ui/choice.tsx";
import { Select, TextField } from "#app/ui/text-field.tsx";
import { useRoleWords } from "#app/ui/use-role-words.ts";
import { useWords, Words } from "#app/words/speech.tsx";
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
  const say = useWords("cases");
  return (
    <>
      <TextField
        label={say("field_title")}
        hint={say("field_title_hint")}
        name="title"
        defaultValue={chosen.title}
        required
        maxLength={LIMITS.title}
        dir="auto"
        error={errors.title}
      />
      <div className="case-rules">
        <Select
          label={say("field_scale")}
          hint={
            <Words room="cases" id="field_scale_hint" values={{ link: (inside) => <a href="/scales">{inside}</a> }} />
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
          <option value="">{say("no_scale")}</option>
        </Select>
        <TextField
          label={say("field_quorum")}
          hint={say("field_quorum_hint")}
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
        <legend className="field-label">{say("who_may_open")}</legend>
        <Choice
          name="restricted"
          defaultChecked={chosen.restricted}
          label={say("restricted")}
          hint={say("restricted_hint")}
        />
        <People chosen={chosen.memberIds} colleagues={colleagues} />
      </fieldset>
    </>
  );
}

function People({ chosen, colleagues }: { chosen: readonly string[]; colleagues: readonly Colleague[] }) {
  const say = useWords("cases");
  const roleWords = useRoleWords();
  return (
    <fieldset className="case-chosen">
      <legend className="unseen">{say("people")}</legend>
      {colleagues.map(({ id, name, role }) => (
        <Choice
          key={id}
          name="memberIds[]"
          value={id}
          defaultChecked={chosen.includes(id)}
          label={<bdi>{name}</bdi>}
          hint={roleWords.word(role)}
        />
      ))}
    </fieldset>
  );
}
