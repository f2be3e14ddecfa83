const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** A piece of finished HTML. Only the `html` tag makes one, so nothing that came from outside can pass for it. */
export class Markup {
  readonly #source: string;

  constructor(strings: readonly string[], values: readonly HtmlValue[]) {
    this.#source = strings.map((text, at) => text + (at < values.length ? render(values[at]) : "")).join("");
  }

  toString(): string {
    return this.#source;
  }
}

export type HtmlValue = Markup | string | number | null | undefined | false | readonly HtmlValue[];

/** Builds HTML from a template: every value is escaped for text and quoted attributes, arrays are joined, null and false are left out. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Markup {
  return new Markup(strings, values);
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Markup) return value.toString();
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  return Array.isArray(value) ? value.map(render).join("") : "";
}

/** Escapes for HTML text and for quoted attribute values. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? "");
}
