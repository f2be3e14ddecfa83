import { Schema } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { askingBrackets, asksForSource } from "#app/card/asking-brackets.ts";

const schema = new Schema({
  nodes: {
    doc: { content: "paragraph+" },
    paragraph: { content: "inline*" },
    citation: { group: "inline", inline: true, atom: true },
    text: { group: "inline" },
  },
});

/** The caret stands at the end of the words. */
function written(words: string, isCited = false): EditorState {
  const nodes = [...(words === "" ? [] : [schema.text(words)]), ...(isCited ? [schema.node("citation")] : [])];
  const doc = schema.node("doc", null, [schema.node("paragraph", null, nodes)]);
  return EditorState.create({ doc, selection: TextSelection.atEnd(doc) });
}

const asks = (before: string, typed: string) => {
  const state = written(before);
  return asksForSource(state, state.selection.from, typed);
};

test("[ED14] the second of two opening brackets asks for a source, in text of any direction and on any keyboard", () => {
  for (const [before, typed] of [
    ["[", "["],
    ["The letter says so [", "["],
    ["تقول الرسالة ذلك [", "["],
    ["信にある【", "【"],
    ["信にある［", "［"],
    ["", "As the letter says [["],
  ] as const)
    expect(asks(before, typed), before).toBe(true);
});

test("[ED14] one bracket, a third one, and two different ones ask for nothing", () => {
  for (const [before, typed] of [
    ["", "["],
    ["x", "["],
    ["[[", "["],
    ["[", "x"],
    ["[", "【"],
    ["[ ", "["],
    ["[", "[["],
    ["[[", "x"],
  ] as const)
    expect(asks(before, typed), before).toBe(false);
});

test("[ED14] what a citation takes the place of are the two brackets before the caret, and nothing else", () => {
  expect(askingBrackets(written("So it says [["))).toEqual({ from: 12, to: 14 });
  expect(askingBrackets(written("قال 【【"))).toEqual({ from: 5, to: 7 });
  expect(askingBrackets(written("So it says ["))).toBeNull();
  expect(askingBrackets(written("[["))).toEqual({ from: 1, to: 3 });
  expect(askingBrackets(written("[[", true))).toBeNull();
  expect(askingBrackets(written(""))).toBeNull();
});
