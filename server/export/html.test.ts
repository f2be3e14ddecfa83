import { describe, expect, test } from "vitest";
import type { HtmlValue } from "#server/export/html.ts";
import { html } from "#server/export/html.ts";

describe("the html tag", () => {
  test("escapes every value, in text and in quoted attributes", () => {
    const hostile = `"><img src=x onerror='alert(1)'>&\``;
    expect(html`<p title="${hostile}">${hostile}</p>`.toString()).not.toMatch(/<img|="[^"]*"[^>\s]/);
    expect(html`${"<b>"}`.toString()).toBe("&lt;b&gt;");
  });

  test("keeps finished markup, joins nested arrays, leaves out null, undefined and false", () => {
    expect(html`<ul>${[1, 2].map((one) => [html`<li>${one}</li>`])}${null}${undefined}${false}</ul>`.toString()).toBe(
      "<ul><li>1</li><li>2</li></ul>",
    );
  });

  test("does not take a look-alike object for markup", () => {
    const forged = { toString: () => "<script>", map: () => ["<script>"] } as unknown as HtmlValue;
    expect(html`${forged}`.toString()).not.toContain("<script>");
  });
});
