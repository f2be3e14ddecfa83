import { useCard } from "#app/card/card-context.ts";
import { CheckedInput } from "#app/card/checked-input.tsx";
import type { Place } from "#app/card/places.ts";
import { useUnfit } from "#app/card/use-unfit.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";
import { amountReadings, formatAmount } from "#domain/figures.ts";
import { isCountOfPeople } from "#domain/people-count.ts";
import type { Say } from "#domain/words/say.ts";

type AmountInputProps = { label: string; place: Place; value: string; onWrite: (value: string) => void };

/** A number as people write it. What is no number, or could be two, is kept in the box, and nothing of it is stored. */
export function AmountInput({ place, value, onWrite, ...rest }: AmountInputProps) {
  const say = useWords("card");
  const unfit = useUnfit(place);
  const unit = useCard(({ figures }) => figures.find((one) => place.startsWith(`figures/${one.id}/`))?.unit ?? "");
  const choose = (reading: string) => {
    unfit.keep(null);
    if (reading !== value) onWrite(reading);
  };
  const given = { place, value, onWrite, shown: shown(value) };
  const check = {
    read: (words: string) => readAmount(words, unit),
    whyNot: (words: string) => whyNot(say, words, unit),
  };
  return (
    <div>
      <CheckedInput {...rest} {...given} {...check} inputMode="decimal" />
      {unfit.words !== null && <Readings words={unfit.words} unit={unit} onChoose={choose} />}
    </div>
  );
}

type ReadingsProps = { words: string; unit: string; onChoose: (reading: string) => void };

/** The two numbers that the words may mean, to choose one of. */
function Readings({ words, unit, onChoose }: ReadingsProps) {
  const readings = amountReadings(words);
  if (readings.length < 2 || readings.some((one) => isRefused(one, unit))) return null;
  return (
    <p className="actions">
      {readings.map((one) => (
        <Button key={one} onClick={() => onChoose(one)}>
          {shown(one)}
        </Button>
      ))}
    </p>
  );
}

/** Empty is an answer too: nobody knows yet. */
function readAmount(words: string, unit: string): string | null {
  if (words.trim() === "") return "";
  const [reading = null, other] = amountReadings(words);
  return reading === null || other !== undefined || isRefused(reading, unit) ? null : reading;
}

const isRefused = (reading: string, unit: string) => reading.startsWith("-") && isCountOfPeople(unit);

function whyNot(say: Say<"card">, words: string, unit: string): string {
  const [reading, other] = amountReadings(words);
  const typed = words.slice(0, 40);
  if (reading === undefined) return say("amount_bad", { typed });
  if (isRefused(reading, unit)) return say("amount_negative", { typed, unit });
  if (other === undefined) return say("amount_again", { typed });
  return say("amount_which", { one: shown(reading), other: shown(other) });
}

/** As it is typed: an amount is read in one way whatever the language of the page. */
const shown = (value: string) => (value === "" ? "" : formatAmount(value, "en"));
