/**
 * Offsets in Unicode code points. JavaScript strings are UTF-16, where "😀" counts twice; a lone surrogate counts as one
 * code point, as it does when a string is iterated.
 */

function stepAt(text: string, at: number): number {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

export function codePointLength(text: string): number {
  return toCodePoint(text, text.length);
}

/** Turns a UTF-16 offset into code points; inside a surrogate pair it rounds down, beyond the ends it stops there. */
export function toCodePoint(text: string, utf16Offset: number): number {
  return codePointReader(text)(utf16Offset);
}

/** Turns an offset in code points into UTF-16; beyond the ends it stops there. */
export function toUtf16(text: string, codePointOffset: number): number {
  let at = 0;
  for (let seen = 0; seen < codePointOffset && at < text.length; seen++) at += stepAt(text, at);
  return at;
}

/** Like `toCodePoint` for many offsets in rising order: the whole text is walked once, not once per offset. */
export function codePointReader(text: string): (utf16Offset: number) => number {
  let at = 0;
  let seen = 0;
  return (utf16Offset) => {
    const goal = Math.min(utf16Offset, text.length);
    for (let step = stepAt(text, at); at + step <= goal; step = stepAt(text, at)) {
      at += step;
      seen++;
    }
    return seen;
  };
}
