import "#app/ui/shown-text.css";
import type { ReactNode } from "react";
import { useWords } from "#app/words/speech.tsx";
import { codeOf, hiddenSigns, nameOfSign } from "#domain/hidden-signs.ts";

/** Text for reading: a character that nobody would see, or that turns the order around, stands there as a small sign. */
export function ShownText({ text }: { text: string }) {
  const signs = hiddenSigns(text);
  if (signs.length === 0) return <>{text}</>;
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const { at, sign } of signs) {
    pieces.push(text.slice(from, at), <HiddenSign key={at} sign={sign} />);
    from = at + sign.length;
  }
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  );
}

function HiddenSign({ sign }: { sign: string }) {
  const say = useWords("controls");
  const name = useWords("signs")(nameOfSign(sign));
  const code = codeOf(sign);
  return (
    <span className="hidden-sign" data-length={sign.length} title={say("hidden_character", { name, code })}>
      {code}
    </span>
  );
}
