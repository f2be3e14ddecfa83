import fc from "fast-check";
import { expect, test } from "vitest";
import { hiddenSigns, nameOfSign, withoutHiddenSigns } from "#domain/hidden-signs.ts";

test("[ED9] what nobody sees is found: changes of direction, joiners and spaces without width, controls", () => {
  const signs = [
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200f",
    "\u00ad",
    "\u2060",
    "\ufeff",
    "\u0007",
    "\u3164",
  ];
  for (const sign of [...signs, "\u{e0041}"]) {
    expect(hiddenSigns(`between ${sign}120 and 300`), nameOfSign(sign)).toEqual([{ at: 8, sign }]);
    expect(withoutHiddenSigns(`between ${sign}120 and 300`)).toBe("between 120 and 300");
  }
  expect(nameOfSign("\u202e")).toBe("right_to_left_override");
});

const ORDINARY = [
  "وقال متحدث باسم النقابة إن الإضراب مستمر، ١٬٥٠٠ حاوية.",
  "آن‌ها می‌گویند کتاب‌های زیادی رسیده است.",
  "न्यायालय ने कहा कि क्‍या र्‍य और श्रृंखला सही हैं।",
  "শ্রীলঙ্কা র‌্যাব বলেছে",
  "ශ්‍රී ලංකාව",
  "👩‍🚒 👨‍👩‍👧‍👦 🏳️‍🌈 ❤️‍🔥 👩🏽‍⚕️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇺🇦 1️⃣ 🚢",
  "Up to 2,400 containers,\n\tzwölf Prozent, 東京, עברית, ሰላም.",
];

test("[ED9] ordinary Arabic, Persian, Hindi, Bengali, Sinhala and emoji stay untouched", () => {
  for (const text of ORDINARY) expect(withoutHiddenSigns(text)).toBe(text);
  const words = ORDINARY.flatMap((text) => text.split(/\s+/));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words)), (some) => {
      expect(hiddenSigns(some.join(" "))).toEqual([]);
    }),
  );
});

test("[ED9] a joiner where no script needs it is found, also a second one behind a needed one", () => {
  for (const text of ["pass\u200dword", "می\u200c\u200cگوید", "120\u200c0", "🚢\u200d", "🏴\u{e0067}\u{e0062}"])
    expect(hiddenSigns(text).length, text).toBeGreaterThan(0);
});

test("[ED9] taking them out leaves none, and nothing else goes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const clean = withoutHiddenSigns(text);
      const gone = hiddenSigns(text).reduce((length, { sign }) => length + sign.length, 0);
      expect(clean.length).toBe(text.length - gone);
    }),
  );
});
