import { ownTimeZone } from "#app/notifications/snooze-times.ts";
import { Select } from "#app/ui/text-field.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The hour of the daily digest, in the time zone of this browser. */
export function DigestChoice({ hour, timeZone }: { hour: number | null; timeZone: string }) {
  const zone = useHydrated() ? ownTimeZone() : timeZone;
  return (
    <div className="digest-choice">
      <Select
        label="What happened since you last looked, by e-mail"
        name="digestHour"
        defaultValue={hour ?? ""}
        hint={`Once a day, if there is news. The hour is in ${zone} time.`}
      >
        <option value="">Never</option>
        {HOURS.map((one) => (
          <option key={one} value={one}>
            {`Every day at ${String(one).padStart(2, "0")}:00`}
          </option>
        ))}
      </Select>
      <input type="hidden" name="timeZone" value={zone} />
    </div>
  );
}
