import { CATALOGUES } from "#domain/words/catalogues.ts";
import { dateFormat } from "#domain/words/formats.ts";
import { LANGUAGE, type Language } from "#domain/words/languages.ts";
import { type MessageId, type Room, type Say, type Speech, say, sayParts } from "#domain/words/say.ts";
import { html, type Markup } from "#server/export/html.ts";

/** The one language in which the public pages speak, whoever reads them. */
export type Voice = Speech & { dir: "ltr" | "rtl"; locale: string; say: Say<"published">; release: Say<"release"> };

export function voiceOf(language: Language): Voice {
  const speech = { language, catalogue: CATALOGUES[language] };
  const { dir, locale } = LANGUAGE[language];
  return {
    ...{ ...speech, dir, locale },
    say: (id, values) => say(speech, "published", id, values),
    release: (id, values) => say(speech, "release", id, values),
  };
}

type Gap = Markup | string | number | ((inside: (Markup | string)[]) => Markup);

/** A whole sentence with elements in it. */
export function sentence<R extends Room>(
  voice: Voice,
  room: R,
  id: MessageId<R>,
  values: Record<string, Gap> = {},
): Markup {
  return html`${sayParts<R, Markup>(voice, room, id, values)}`;
}

/** A gap of a sentence that leads somewhere. */
export const linkTo = (href: string) => (inside: (Markup | string)[]) => html`<a href="${href}">${inside}</a>`;

/** A day in UTC. */
export function dayHtml({ locale }: Voice, at: number): Markup {
  const day = dateFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(at);
  return html`<time datetime="${new Date(at).toISOString().slice(0, 10)}">${day}</time>`;
}

/** A moment in UTC, since nobody knows where its readers are. */
export function momentHtml(voice: Voice, at: number): Markup {
  const time = dateFormat(voice.locale, {
    ...{ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC" },
  }).format(at);
  return html`<time datetime="${new Date(at).toISOString()}">${say(voice, "times", "utc", { time })}</time>`;
}
