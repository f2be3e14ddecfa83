import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { TextBinding, type TextBox } from "#app/card/text-binding.ts";

/** As a text area does it, the value has one kind of line end. */
class Box extends EventTarget implements TextBox {
  #value = "";
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection: "forward" | "backward" | "none" = "none";

  get value(): string {
    return this.#value;
  }

  set value(words: string) {
    this.#value = words.replace(/\r\n?/g, "\n");
  }

  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start;
    this.selectionEnd = end;
  }

  type(words: string, at = this.selectionEnd): void {
    this.value = this.value.slice(0, at) + words + this.value.slice(at);
    this.setSelectionRange(at + words.length, at + words.length);
    this.dispatchEvent(new Event("input"));
  }
}

let text: Y.Text;
let box: Box;

beforeEach(() => {
  const doc = new Y.Doc();
  text = doc.getText("statement");
  text.insert(0, "120 escaped");
  box = new Box();
  new TextBinding(box, text, (change) => doc.transact(change, "me"));
});

describe("a textarea and its shared text", () => {
  test("what is typed reaches the text as an insertion, not as a new text", () => {
    const deltas: unknown[] = [];
    text.observe((event) => deltas.push(event.delta));
    box.type(" men", 3);
    expect(text.toString()).toBe("120 men escaped");
    expect(deltas).toEqual([[{ retain: 3 }, { insert: " men" }]]);
  });

  test("a colleague's words in front of the caret move the caret along", () => {
    box.setSelectionRange(4, 11);
    text.insert(0, "About ");
    expect(box.value).toBe("About 120 escaped");
    expect([box.selectionStart, box.selectionEnd]).toEqual([10, 17]);
  });

  test("what does not fit is taken out of the box again, with the caret where it was", () => {
    const doc = new Y.Doc();
    const small = doc.getText("statement");
    small.insert(0, "120 escaped");
    box = new Box();
    new TextBinding(
      box,
      small,
      (change) => doc.transact(change, "me"),
      (_before, after) => after <= 15,
    );
    box.type(" men who were held", 3);
    expect(box.value).toBe("120 escaped");
    expect(small.toString()).toBe("120 escaped");
    expect(box.selectionEnd).toBe(3);
    box.type(" men", 3);
    expect(small.toString()).toBe("120 men escaped");
  });

  test("a colleague's words wait while a character is composed, and both survive", () => {
    box.dispatchEvent(new Event("compositionstart"));
    box.type("か", 11);
    text.insert(0, "About ");
    box.value = "120 escaped漢";
    box.dispatchEvent(new Event("input"));
    expect(box.value).toBe("120 escaped漢");
    box.dispatchEvent(new Event("compositionend"));
    expect(text.toString()).toBe("About 120 escaped漢");
    expect(box.value).toBe("About 120 escaped漢");
    expect(box.selectionEnd).toBe(box.value.length);
  });

  test("[ED10] other line ends stay where nothing was typed, and each is one step of the caret", () => {
    text.insert(0, "One.\r\nTwo.\r\n\rThree.\r\n");
    expect(box.value).toBe("One.\nTwo.\n\nThree.\n120 escaped");
    box.type("!", 9);
    expect(text.toString()).toBe("One.\r\nTwo.!\r\n\rThree.\r\n120 escaped");
    text.insert(0, "Zero.\r\n");
    expect(box.selectionEnd).toBe(16);
    box.value = box.value.replace("Two.!\n", "Two.!");
    box.setSelectionRange(15, 15);
    box.dispatchEvent(new Event("input"));
    expect(text.toString()).toBe("Zero.\r\nOne.\r\nTwo.!\rThree.\r\n120 escaped");
  });

  test("[ED10] whatever is typed where, nothing else changes", () => {
    const line = fc.stringMatching(/^[a-c]{0,4}$/);
    const lines = fc.array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r")), { maxLength: 6 });
    fc.assert(
      fc.property(lines, line, fc.nat(30), (list, last, at) => {
        const doc = new Y.Doc();
        const stored = list.map(([words, end]) => words + end).join("") + last;
        const shared = doc.getText("statement");
        shared.insert(0, stored);
        const area = new Box();
        new TextBinding(area, shared, (change) => doc.transact(change, "me"));
        const place = Math.min(at, area.value.length);
        area.type("x", place);
        expect(shared.toString().replace("x", "")).toBe(stored);
        expect(shared.toString().replace(/\r\n?/g, "\n")).toBe(area.value);
      }),
    );
  });
});
