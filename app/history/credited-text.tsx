import { Link } from "@remix-run/react";
import { type KeyboardEvent, useRef, useState } from "react";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { CreditedText, CreditedWords, Writer } from "#server/services/version-words.ts";

type CreditedTextProps = {
  text: CreditedText;
  writers: readonly Writer[];
  /** The writer whose words are shown. */
  shown: number | null;
  language: string;
  onShow: (writer: number | null) => void;
};

/** One text, each stretch of it a link to the version that brought it. Tab stops once; the arrow keys go through it. */
export function CreditedTextView({ text: { field, lines }, writers, shown, language, onShow }: CreditedTextProps) {
  const say = useWords("history");
  const label = useWords("parts")(field);
  const box = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const isEmpty = lines.every(({ words }) => words.length === 0);
  let count = 0;
  const stretch = ({ text, by }: CreditedWords) => {
    const at = count++;
    const writer = writers[by];
    return (
      <Link
        key={at}
        className="credited"
        to={`..?to=${writer?.version ?? "now"}`}
        relative="path"
        data-origin={writer?.origin}
        data-colour={writer?.person ? writer.person.colour % 8 : "none"}
        data-shown={shown === by || undefined}
        tabIndex={at === stop ? 0 : -1}
        aria-describedby={`writer-${by}`}
        onPointerEnter={() => onShow(by)}
        onKeyDown={(event) => step(event, box.current)}
        onFocus={() => {
          setStop(at);
          onShow(by);
        }}
      >
        <ShownText text={text} />
      </Link>
    );
  };
  return (
    <section className="words-text" aria-label={label}>
      <h3>{label}</h3>
      {isEmpty && <p className="quiet">{say("nothing_written")}</p>}
      <div ref={box} className="words-body" data-field={field} lang={language || undefined}>
        {lines.map(({ mark, words }, at) => (
          <p key={lineKey(at)} dir="auto">
            {mark}
            {words.map(stretch)}
          </p>
        ))}
      </div>
    </section>
  );
}

// Lines have no identity of their own: the text is read anew each time.
const lineKey = (at: number) => `line-${at}`;

/** To the next or the one before in reading order, whatever the direction of the text. */
function step(event: KeyboardEvent, box: HTMLElement | null): void {
  const all = [...(box?.querySelectorAll<HTMLElement>(".credited") ?? [])];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const [onwards, back] =
    at >= 0 && getComputedStyle(all[at] as HTMLElement).direction === "rtl"
      ? ["ArrowLeft", "ArrowRight"]
      : ["ArrowRight", "ArrowLeft"];
  const next: Record<string, number> = {
    [onwards as string]: at + 1,
    [back as string]: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  const target = all[next[event.key] ?? -1];
  if (at < 0 || !target) return;
  event.preventDefault();
  target.focus();
}
