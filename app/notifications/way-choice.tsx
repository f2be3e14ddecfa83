import { Choice } from "#app/ui/choice.tsx";
import { useWords } from "#app/words/speech.tsx";
import { NOTICE_WAYS, type NoticeReason, type NoticeWay } from "#domain/notices.ts";

/** How to be told for one reason. */
export function WayChoice({ reason, way }: { reason: NoticeReason; way: NoticeWay }) {
  const say = useWords("ways");
  return (
    <fieldset className="way">
      <legend>{say(`reason_${reason}`)}</legend>
      <div className="way-choices">
        {NOTICE_WAYS.map((one) => (
          <Choice
            key={one}
            type="radio"
            name={`way.${reason}`}
            value={one}
            defaultChecked={one === way}
            label={say(`way_${one}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
