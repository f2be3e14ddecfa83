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

test("[FG1] each bound has a shape of its own: at least goes on upwards, up to downwards, and between has two ends", () => {
  const shape = (qualifier: Qualifier) => {
    const one = { ...figure(qualifier, "120"), upper: qualifier === "between" ? "300" : "" };
    const [, first = ""] = drawn([one, figure("exactly", "500")]).split('class="figure-shape"');
    return first.slice(0, first.indexOf("</g>"));
  };
  const kinds = ["exactly", "about", "at_least", "more_than", "up_to", "fewer_than", "between"] as const;
  const what = (html: string) => html.replace(/ [xy][12]?="[^"]*"| c[xy]="[^"]*"/g, "");
  expect(new Set(kinds.map((one) => what(shape(one)))).size).toBe(kinds.length);
  const [UP, DOWN] = ["M-8 -5L0 0L-8 5", "M8 -5L0 0L8 5"];
  expect(kinds.filter((one) => shape(one).includes(UP))).toEqual(["at_least", "more_than"]);
  expect(kinds.filter((one) => shape(one).includes(DOWN))).toEqual(["up_to", "fewer_than"]);
  expect(kinds.filter((one) => shape(one).includes("figure-empty"))).toEqual(["more_than", "fewer_than"]);
  expect(shape("exactly")).not.toContain("<line");
  expect(shape("between").match(/<line/g)).toHaveLength(3);
});

test("[FG1] a set with very many figures draws the first, and says how many more there are", () => {
  const html = drawn(Array.from({ length: 30 }, (_, at) => figure("exactly", String(at + 1))));
  expect(html.match(/figure-mark/g)).toHaveLength(24);
  expect(html).toContain("6 more figures stand in the table only.");
});
