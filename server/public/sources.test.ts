import { expect, test } from "vitest";
import { claimFacts } from "#server/export/claim-facts.ts";
import { sampleCard, sampleClaim, sampleSet, sampleSource } from "#server/export/claim-set.fixture.ts";
import { html } from "#server/export/html.ts";
import { sourcesHtml } from "#server/public/sources.ts";
import { voiceOf } from "#server/public/voice.ts";

const document = {
  ...{
    versionId: "v-9",
    documentId: "d-9",
    number: 2,
    title: "Register",
    originUrl: "https://m.port.example/7?utm_source=a",
  },
  ...{ outlet: "Port", publishedOn: "", language: "en", sha256: "ab".repeat(32), bytes: 9 },
  capturedAt: "2026-03-12T09:41:00.000Z",
};

const SOURCE = { title: "Register", publisher: "Port", date: "2026-03-08" };

function shown(address: Partial<{ url: string; archivedUrl: string }>, language: "en" | "ar" = "en"): string {
  const claim = sampleClaim("C-14-3", sampleCard({ sources: [sampleSource("s", { ...SOURCE, ...address })] }));
  const { claims: _, ...head } = sampleSet({}, { claims: [claim] });
  return String(html`${sourcesHtml(voiceOf(language), { facts: claimFacts(head, claim), documents: [document] })}`);
}

const COPY = '" rel="noopener noreferrer nofollow">Archived copy</a>';

test("[PB20] a source says when its archived copy was made, as far as the copy's address tells", () => {
  const made = (archivedUrl: string) => shown({ archivedUrl });
  expect(made("https://web.archive.org/web/20260312094000/https://port.example/7")).toContain(
    `${COPY}, made <time datetime="2026-03-12T09:40:00.000Z">12 Mar 2026, 09:40 UTC</time>`,
  );
  expect(made("https://archive.ph/20260312/https://port.example/7")).toContain(
    `${COPY}, made <time datetime="2026-03-12">12 Mar 2026</time>`,
  );
  expect(made("https://perma.cc/AB12-CD34")).toMatch(/<bdi>Archived copy<\/bdi><\/a><\/p>/);
  expect(made("javascript:https://web.archive.org/web/20260312094000/https://port.example/7")).not.toContain("made");
});

test("[PB20] and when the desk kept the text of its page, with the hash", () => {
  const kept = `Kept by the desk <time datetime="2026-03-12T09:41:00.000Z">12 Mar 2026, 09:41 UTC</time>, SHA-256 <code dir="ltr">${document.sha256}`;
  expect(shown({ url: "https://www.port.example/7/" })).toContain(kept);
  for (const url of ["https://port.example/8", ""]) expect(shown({ url })).not.toContain("Kept by the desk");
  expect(shown({ url: "https://port.example/7" }, "ar")).toContain("حفظه المكتب");
});

test("[PB15] what is known of a source stands side by side as the language of the page has it, each in its own direction", () => {
  expect(shown({}, "en")).toContain("<bdi>Port</bdi>, <bdi>2026-03-08</bdi>");
  expect(shown({}, "ar")).toContain("<bdi>Port</bdi>، <bdi>2026-03-08</bdi>");
});
