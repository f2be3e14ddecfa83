import { Choice } from "#app/ui/choice.tsx";
import { NOTICE_WAYS, type NoticeReason, type NoticeWay, REASON_WORDS } from "#domain/notices.ts";

const WAY_WORDS: Record<NoticeWay, string> = { screen: "On screen", mail: "And by e-mail", off: "Off" };

/** How to be told for one reason. */
export function WayChoice({ reason, way }: { reason: NoticeReason; way: NoticeWay }) {
  return (
    <fieldset className="way">
      <legend>{REASON_WORDS[reason]}</legend>
      <div className="way-choices">
        {NOTICE_WAYS.map((one) => (
          <Choice
            key={one}
            type="radio"
            name={`way.${reason}`}
            value={one}
            defaultChecked={one === way}
            label={WAY_WORDS[one]}
          />
        ))}
      </div>
    </fieldset>
  );
}
