import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessClaimant } from "#domain/claimant-guess.ts";

describe("guessing who asserts a sentence", () => {
  test.each([
    [
      "According to Syria’s state-run SANA news agency, the two agreed.",
      "Syria’s state-run SANA news agency",
      "paraphrased",
    ],
    ["At least nine people were hurt, according to the Interior Ministry.", "Interior Ministry", "paraphrased"],
    ["The SDF said the number was much higher.", "SDF", "paraphrased"],
    ["The Syrian Interior Ministry said on Monday that 81 were caught.", "Syrian Interior Ministry", "paraphrased"],
    ["Kurdish leaders also warned that the camps were at risk.", "Kurdish leaders", "paraphrased"],
    ["The SDF claimed that the gates were opened on purpose.", "SDF", "alleged"],
    ["The SDF almost immediately accused Damascus of a breach.", "SDF", "alleged"],
    ["On Tuesday, the White House denied the report.", "White House", "denied"],
    ["The United Nations estimated that 500 people fled.", "United Nations", "estimated"],
    ["Jihan Hanan, administrator of the camp, told a newspaper that families fled.", "Jihan Hanan", "paraphrased"],
    ["Syria’s ambassador to the United Nations, Ibrahim Olabi, said it holds.", "Ibrahim Olabi", "paraphrased"],
    ["“We were forced to leave the camp that we had guarded,” the SDF said on Tuesday.", "SDF", "quoted"],
    ["“It is over and nobody is left inside,” said Mazloum Abdi, its leader.", "Mazloum Abdi", "quoted"],
    [
      "“We have all left the harbour, and nobody came back,” Ilse Brandt told the Harbour Post.",
      "Ilse Brandt",
      "quoted",
    ],
    ["“The two of them voiced a shared aspiration,” SANA’s report said.", "SANA", "quoted"],
  ])("%s", (sentence, claimant, mode) => {
    expect(guessClaimant(sentence)).toEqual({ claimant, mode });
  });

  test.each([
    [
      "Ilse Brandt told the Harbour Post on Monday, after a night of talks, that “nobody left”.",
      "nobody left",
      "quoted",
    ],
    [
      "Ilse Brandt told the Harbour Post on Monday, after a night of talks, that “nobody left”.",
      "“nobody left”",
      "quoted",
    ],
    ['Ilse Brandt told the Harbour Post of a long night, and said: "We all stayed."', "We all stayed.", "quoted"],
    ["We never left,” Ilse Brandt told the Harbour Post.", "We never left", "quoted"],
    ["Ilse Brandt told the Harbour Post, in a long talk on Monday: “We never left.", "We never left.", "quoted"],
    [
      "Ilse Brandt told the Harbour Post that 45 boats left after the “night of knives”.",
      "45 boats left",
      "paraphrased",
    ],
    [
      "Ilse Brandt told the Harbour Post that 45 left after the “night of knives”.",
      "45 left after the “night of knives”",
      "paraphrased",
    ],
    ["Ilse Brandt denied that “nobody left”.", "nobody left", "denied"],
  ])("direct speech is quoted, whatever is told around it: %s %s", (sentence, words, mode) => {
    expect(guessClaimant(sentence, words)?.mode).toBe(mode);
  });

  test.each([
    "",
    "He said it was over.",
    "“We hope that it holds,” he said.",
    "Fighting broke out in Aleppo, with each side blaming the other.",
    "According to the latest figures, 120 escaped.",
    "The Kurds said to have fled were found.",
    "Assad accused of war crimes left the country.",
    "Damascus was told to wait.",
    "The estimated 120 detainees fled.",
    "Kurdish claims that it fell are false.",
    "The White House did not say when.",
    "“According to SANA, it fell” was the headline.",
    "The SDF added troops.",
  ])("unsure: %s", (sentence) => {
    expect(guessClaimant(sentence)).toBeNull();
  });

  test("the claimant stands in the sentence, word for word", () => {
    const word = fc.constantFrom(
      "The",
      "SDF",
      "said",
      "according to",
      "told",
      "“",
      ",”",
      ",",
      "he",
      "al-Hol",
      "’s report",
      "On",
      "claimed",
      "U.S.",
      "!",
    );
    const sentence = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 12 }).map((all) => all.join(" ").replaceAll(" ,", ",")),
    );
    fc.assert(
      fc.property(sentence, (text) => {
        const found = guessClaimant(text);
        if (found) expect(text.replace(/\s+/g, " ")).toContain(found.claimant);
      }),
      { numRuns: 1_000 },
    );
  });
});
