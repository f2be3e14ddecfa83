import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { unpadded } from "#app/http/unpadded.ts";

/** A page in pieces: each begins where the one before has filled React's buffer. */
const page = (letter: string) => (
  <ul>
    {Array.from({ length: 400 }, (_, at) => (
      <li key={letter + String(at)} title={letter.repeat(7 + (at % 5))}>
        {letter.repeat(11 + (at % 3))}
      </li>
    ))}
  </ul>
);

test.each(["م", "“", "🚢"])("[WD22] a page of many “%s” arrives whole", async (letter) => {
  const body = unpadded();
  renderToPipeableStream(page(letter)).pipe(body);
  const html = await text(body);
  expect(html).not.toMatch(/\0|\ufffd/);
  expect(html.match(new RegExp(`(?:${letter}){11,13}(?=</li>)`, "gu"))).toHaveLength(400);
});
