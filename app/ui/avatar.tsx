import "#app/ui/avatar.css";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";

type Someone = { name: string; colour: number };

/** Initials on the person's colour, drawn by the style sheet: they are no words of the page. The name is in the label, because colour and initials never stand alone. */
export function Avatar({
  name,
  colour,
  decorative = false,
}: Someone & { /** The name stands beside it in words. */ decorative?: boolean }) {
  const spoken = decorative ? { "aria-hidden": true as const } : { role: "img", "aria-label": name, title: name };
  return <span className="avatar" data-colour={colour % 8} data-initials={initials(name)} {...spoken} />;
}

export function AvatarStack({ people, max = 6 }: { people: readonly (Someone & { id: string })[]; max?: number }) {
  const say = useWords("controls");
  const list = useList();
  const rest = list(people.slice(max).map((one) => one.name));
  if (people.length === 0) return null;
  return (
    <span className="avatar-stack">
      {people.slice(0, max).map((one) => (
        <Avatar key={one.id} name={one.name} colour={one.colour} />
      ))}
      {rest !== "" && (
        <span
          className="avatar"
          data-colour="more"
          role="img"
          aria-label={say("and_others", { names: rest })}
          title={rest}
          data-initials={`+${people.length - max}`}
        />
      )}
    </span>
  );
}

/** First letters of the first and the last word; the first two letters of a single word. What stands in brackets is no name. */
export function initials(name: string): string {
  const words = name
    .replace(/\([^)]*\)/gu, "")
    .trim()
    .split(/\s+/u);
  const letters =
    words.length > 1
      ? [words[0], words[words.length - 1]].map((word) => [...(word ?? "")][0])
      : [...(words[0] ?? "")].slice(0, 2);
  return letters.join("").toLocaleUpperCase("en");
}
