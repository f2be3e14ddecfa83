import absence from "./en/absence.json" with { type: "json" };
import article from "./en/article.json" with { type: "json" };
import board from "./en/board.json" with { type: "json" };
import bulk from "./en/bulk.json" with { type: "json" };
import byline from "./en/byline.json" with { type: "json" };
import card from "./en/card.json" with { type: "json" };
import caseWords from "./en/case.json" with { type: "json" };
import cases from "./en/cases.json" with { type: "json" };
import claims from "./en/claims.json" with { type: "json" };
import controls from "./en/controls.json" with { type: "json" };
import corrections from "./en/corrections.json" with { type: "json" };
import digest from "./en/digest.json" with { type: "json" };
import discussion from "./en/discussion.json" with { type: "json" };
import doors from "./en/doors.json" with { type: "json" };
import events from "./en/events.json" with { type: "json" };
import feeds from "./en/feeds.json" with { type: "json" };
import filters from "./en/filters.json" with { type: "json" };
import find from "./en/find.json" with { type: "json" };
import forms from "./en/forms.json" with { type: "json" };
import history from "./en/history.json" with { type: "json" };
import labels from "./en/labels.json" with { type: "json" };
import lint from "./en/lint.json" with { type: "json" };
import mail from "./en/mail.json" with { type: "json" };
import media from "./en/media.json" with { type: "json" };
import members from "./en/members.json" with { type: "json" };
import merge from "./en/merge.json" with { type: "json" };
import missing from "./en/missing.json" with { type: "json" };
import notifications from "./en/notifications.json" with { type: "json" };
import numbers from "./en/numbers.json" with { type: "json" };
import parts from "./en/parts.json" with { type: "json" };
import people from "./en/people.json" with { type: "json" };
import places from "./en/places.json" with { type: "json" };
import precedents from "./en/precedents.json" with { type: "json" };
import proofs from "./en/proofs.json" with { type: "json" };
import published from "./en/published.json" with { type: "json" };
import publishing from "./en/publishing.json" with { type: "json" };
import record from "./en/record.json" with { type: "json" };
import release from "./en/release.json" with { type: "json" };
import reviews from "./en/reviews.json" with { type: "json" };
import roles from "./en/roles.json" with { type: "json" };
import saving from "./en/saving.json" with { type: "json" };
import scales from "./en/scales.json" with { type: "json" };
import shell from "./en/shell.json" with { type: "json" };
import signs from "./en/signs.json" with { type: "json" };
import sources from "./en/sources.json" with { type: "json" };
import statuses from "./en/statuses.json" with { type: "json" };
import times from "./en/times.json" with { type: "json" };
import together from "./en/together.json" with { type: "json" };
import tokens from "./en/tokens.json" with { type: "json" };
import unsent from "./en/unsent.json" with { type: "json" };
import verdicts from "./en/verdicts.json" with { type: "json" };
import views from "./en/views.json" with { type: "json" };
import ways from "./en/ways.json" with { type: "json" };
import webhooks from "./en/webhooks.json" with { type: "json" };
import work from "./en/work.json" with { type: "json" };

/** Every sentence of the screens in English, by room. What the other languages have to have too. */
export const en = {
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
