import type { Catalogue } from "#domain/words/say.ts";
import absence from "./ar/absence.json" with { type: "json" };
import article from "./ar/article.json" with { type: "json" };
import board from "./ar/board.json" with { type: "json" };
import bulk from "./ar/bulk.json" with { type: "json" };
import byline from "./ar/byline.json" with { type: "json" };
import card from "./ar/card.json" with { type: "json" };
import caseWords from "./ar/case.json" with { type: "json" };
import cases from "./ar/cases.json" with { type: "json" };
import claims from "./ar/claims.json" with { type: "json" };
import controls from "./ar/controls.json" with { type: "json" };
import corrections from "./ar/corrections.json" with { type: "json" };
import digest from "./ar/digest.json" with { type: "json" };
import discussion from "./ar/discussion.json" with { type: "json" };
import doors from "./ar/doors.json" with { type: "json" };
import events from "./ar/events.json" with { type: "json" };
import feeds from "./ar/feeds.json" with { type: "json" };
import filters from "./ar/filters.json" with { type: "json" };
import find from "./ar/find.json" with { type: "json" };
import forms from "./ar/forms.json" with { type: "json" };
import history from "./ar/history.json" with { type: "json" };
import labels from "./ar/labels.json" with { type: "json" };
import lint from "./ar/lint.json" with { type: "json" };
import mail from "./ar/mail.json" with { type: "json" };
import media from "./ar/media.json" with { type: "json" };
import members from "./ar/members.json" with { type: "json" };
import merge from "./ar/merge.json" with { type: "json" };
import missing from "./ar/missing.json" with { type: "json" };
import notifications from "./ar/notifications.json" with { type: "json" };
import numbers from "./ar/numbers.json" with { type: "json" };
import parts from "./ar/parts.json" with { type: "json" };
import people from "./ar/people.json" with { type: "json" };
import places from "./ar/places.json" with { type: "json" };
import precedents from "./ar/precedents.json" with { type: "json" };
import proofs from "./ar/proofs.json" with { type: "json" };
import published from "./ar/published.json" with { type: "json" };
import publishing from "./ar/publishing.json" with { type: "json" };
import record from "./ar/record.json" with { type: "json" };
import release from "./ar/release.json" with { type: "json" };
import reviews from "./ar/reviews.json" with { type: "json" };
import roles from "./ar/roles.json" with { type: "json" };
import saving from "./ar/saving.json" with { type: "json" };
import scales from "./ar/scales.json" with { type: "json" };
import shell from "./ar/shell.json" with { type: "json" };
import signs from "./ar/signs.json" with { type: "json" };
import sources from "./ar/sources.json" with { type: "json" };
import statuses from "./ar/statuses.json" with { type: "json" };
import times from "./ar/times.json" with { type: "json" };
import together from "./ar/together.json" with { type: "json" };
import tokens from "./ar/tokens.json" with { type: "json" };
import unsent from "./ar/unsent.json" with { type: "json" };
import verdicts from "./ar/verdicts.json" with { type: "json" };
import views from "./ar/views.json" with { type: "json" };
import ways from "./ar/ways.json" with { type: "json" };
import webhooks from "./ar/webhooks.json" with { type: "json" };
import work from "./ar/work.json" with { type: "json" };

/** The same in Arabic. A sentence that is missing here is a type error. */
export const ar: Catalogue = {
  absence,
  article,
  board,
  bulk,
  byline,
  card,
  case: caseWords,
  cases,
  claims,
  controls,
  corrections,
  digest,
  discussion,
  doors,
  events,
  feeds,
  filters,
  find,
  forms,
  history,
  labels,
  lint,
  mail,
  media,
  members,
  merge,
  missing,
  notifications,
  numbers,
  parts,
  people,
  places,
  precedents,
  proofs,
  published,
  publishing,
  record,
  release,
  reviews,
  roles,
  saving,
  scales,
  shell,
  signs,
  sources,
  statuses,
  times,
  together,
  tokens,
  unsent,
  verdicts,
  views,
  ways,
  webhooks,
  work,
};
