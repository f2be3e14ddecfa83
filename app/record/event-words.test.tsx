import { expect, test } from "vitest";
import { EventWords } from "#app/record/event-words.tsx";
import { spoken } from "#app/words/spoken.fixture.tsx";
import { type EventSaying, eventAsSaying } from "#domain/event-saying.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { inEnglish } from "#domain/words/english.ts";
import { saySaying } from "#domain/words/say.ts";

const given: EventSaying = {
  id: "claim_given_asked",
  texts: { member: "Bo <b>" },
  values: { due: "kept" },
  names: ["Chen", null],
};
const told = { who: "Ana", moment: () => "then" };

test("[WD20] an event is one sentence in the language of its reader; what people are called stands apart", () => {
  expect(spoken(<EventWords says={given} who="Ana" />)).toBe(
    "Ana gave it to <bdi>Bo &lt;b&gt;</bdi> and asked <bdi>Chen</bdi>, <bdi>somebody</bdi> to review",
  );
  expect(spoken(<EventWords says={given} who="Ana" />, "ar")).toBe(
    "أسنده Ana إلى <bdi>Bo &lt;b&gt;</bdi> وطلب المراجعة من <bdi>Chen</bdi> و<bdi>أحدهم</bdi>",
  );
});

test("[WD20] the same sentence as text, with its time and what was changed", () => {
  expect(inEnglish(eventAsSaying(given, told))).toBe("Ana gave it to Bo <b> and asked Chen, somebody to review");
  const due = { id: "claim_due_set", moment: Date.UTC(2026, 2, 13, 16, 20) } as const;
  expect(inEnglish(eventAsSaying(due, told))).toBe("Ana set its due time to then");
  expect(inEnglish(eventAsSaying(due, { who: "Ana" }))).toBe("Ana set its due time to 13 Mar 2026, 16:20 UTC");
  const arabic = { language: "ar", catalogue: CATALOGUES.ar } as const;
  expect(saySaying(arabic, eventAsSaying(due, { who: "Ana" }))).toBe(
    "حدد Ana موعده في 13 مارس 2026، 16:20 بالتوقيت العالمي",
  );
  const configured: EventSaying = {
    id: "case_configured",
    changes: [{ id: "changed_scale_taken", texts: { was: "Seven steps" } }, { id: "changed_list" }],
  };
  expect(inEnglish(eventAsSaying(configured, told))).toBe(
    "Ana changed the scale from “Seven steps” to no scale, the list of people who may open the case",
  );
});

test("[WD20] another claim that an event names leads there", () => {
  const merged: EventSaying = { id: "claim_dropped_duplicate_of", texts: { other: "C-1-2" } };
  const link = <a href="/2">C-1-2</a>;
  expect(spoken(<EventWords says={merged} who="Ana" other={link} />)).toContain('Duplicate of <a href="/2">C-1-2</a>');
});
