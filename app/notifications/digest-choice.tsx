import { Select } from "#app/ui/text-field.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useWords } from "#app/words/speech.tsx";
import { ownTimeZone } from "#domain/time-zone.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The hour of the daily digest, in the time zone of this browser. */
export function DigestChoice({ hour, timeZone }: { hour: number | null; timeZone: string }) {
  const say = useWords("ways");
  const zone = useHydrated() ? ownTimeZone() : timeZone;
  return (
    <div className="digest-choice">
      <Select label={say("digest")} name="digestHour" defaultValue={hour ?? ""} hint={say("digest_hint", { zone })}>
        <option value="">{say("never")}</option>
        {HOURS.map((one) => (
          <option key={one} value={one}>
            {say("every_day", { hour: String(one).padStart(2, "0") })}
          </option>
        ))}
      </Select>
      <input type="hidden" name="timeZone" value={zone} />
    </div>
  );
}
