import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FigureLines } from "#app/card/figure-lines.tsx";
import { SpeechProvider } from "#app/words/speech.tsx";
import type { Figure, Qualifier } from "#domain/figures.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import type { Language } from "#domain/words/languages.ts";

const figure = (qualifier: Qualifier, value: string, unit = "people"): Figure => ({
  ...{ id: value, qualifier, value, upper: "", unit, asOf: "" },
});

function drawn(figures: readonly Figure[], language: Language = "en"): string {
  const given = figures.map((one, at) => ({
    of: { reference: `C-1-${at + 1}`, claimant: at === 1 ? "<b>Union</b>" : "", isOwn: at === 0 },
    figure: one,
  }));
  return renderToStaticMarkup(
    <SpeechProvider value={{ language, catalogue: CATALOGUES[language] }}>
      <FigureLines given={given} />
    </SpeechProvider>,
  );
}

test("[FG1] the drawing says in words what it shows, and what it leaves out", () => {
  const html = drawn([figure("about", "120"), figure("up_to", "1500"), figure("at_least", "")]);
  expect(html).toContain("Figures on one line: people");
  expect(html).toContain("C-1-1, this claim: about 120 people, C-1-2, &lt;b&gt;Union&lt;/b&gt;: up to 1,500 people");
  expect(html).toContain("1 figure has no amount that can be drawn.");
});

test("[FG1] one figure alone is not drawn: there is nothing to compare it with", () => {
  expect(drawn([figure("about", "120")])).toBe("");
  expect(drawn([figure("about", "120"), figure("exactly", "")])).toBe("");
});

test("[FG2] what counts different things is said to be apart", () => {
  const html = drawn([figure("about", "120"), figure("up_to", "3", "lorries"), figure("exactly", "4", "")]);
  expect(html).toContain(
    "These figures count 3 different things: “people”, “lorries” and something that is not named.",
  );
  expect(html.match(/role="img"/g)).toHaveLength(3);
});

test("[FG1] from right to left the words begin at the right, and the numbers run as they always do", () => {
  const figures = [figure("about", "120"), figure("up_to", "1500")];
  const axis = (html: string) => html.slice(html.indexOf("figure-axis"), html.indexOf("figure-mark"));
  const places = (html: string) => [...html.matchAll(/cx="[^"]+"/g)].map(String);
  const [english, arabic] = [drawn(figures), drawn(figures, "ar")];
  expect(english).toContain('x="0"');
  expect(arabic).toContain('x="100%"');
  expect(arabic).toContain("هذا الادعاء");
  expect(places(arabic)).toEqual(places(english));
  expect(axis(arabic)).toBe(axis(english));
});

test("[FG1] a set with very many figures draws the first, and says how many more there are", () => {
  const html = drawn(Array.from({ length: 30 }, (_, at) => figure("exactly", String(at + 1))));
  expect(html.match(/figure-mark/g)).toHaveLength(24);
  expect(html).toContain("6 more figures stand in the table only.");
});
