import { allScales } from "#db/queries/cases.ts";
import type { Context } from "#server/context.ts";
import { alikeService } from "#server/services/alike.ts";
import { bulkService } from "#server/services/bulk.ts";
import { bundlesService } from "#server/services/bundles.ts";
import { bylinesService } from "#server/services/bylines.ts";
import { cardVersionsService } from "#server/services/card-versions.ts";
import { casesService } from "#server/services/cases.ts";
import { claimsService } from "#server/services/claims.ts";
import { conflictSetsService } from "#server/services/conflict-sets.ts";
import { correctionsService } from "#server/services/corrections.ts";
import { deskService } from "#server/services/desk.ts";
import { digestService } from "#server/services/digest.ts";
import { discussionService } from "#server/services/discussion.ts";
import { documentsService } from "#server/services/documents.ts";
import { feedsService } from "#server/services/feeds.ts";
import { findService } from "#server/services/find.ts";
import { historyService } from "#server/services/history.ts";
import { invitesService } from "#server/services/invites.ts";
import { labelsService } from "#server/services/labels.ts";
import { mailLanguageService } from "#server/services/mail-language.ts";
import { membersService } from "#server/services/members.ts";
import { mergesService } from "#server/services/merges.ts";
import { methodPagesService } from "#server/services/method-pages.ts";
import { notificationSettingsService } from "#server/services/notification-settings.ts";
import { notificationsService } from "#server/services/notifications.ts";
import { numbersService } from "#server/services/numbers.ts";
import { passwordsService } from "#server/services/passwords.ts";
import { precedentsService } from "#server/services/precedents.ts";
import { proofsService } from "#server/services/proofs.ts";
import { publicationsService } from "#server/services/publications.ts";
import { publishedService } from "#server/services/published.ts";
import { releasesService } from "#server/services/releases.ts";
import { reviewsService } from "#server/services/reviews.ts";
import { sampleService } from "#server/services/sample.ts";
import { sessionsService } from "#server/services/sessions.ts";
import { tellOfComment } from "#server/services/tell-of-comment.ts";
import { tokensService } from "#server/services/tokens.ts";
import { versionsService } from "#server/services/versions.ts";
import { viewsService } from "#server/services/views.ts";
import { webhooksService } from "#server/services/webhooks.ts";
import { withheldClaimsService } from "#server/services/withheld-claims.ts";
import { workService } from "#server/services/work.ts";

/** All services, built once at start and handed to loaders, actions and sockets alike. */
export function createServices(context: Context, given: Given): Services {
  const services = coreServices(context, given);
  return { ...services, sample: sampleService(context, services) };
}

type Given = {
  articleBytes: number;
  sendsMail?: boolean;
  /** Whether somebody said under which address people reach the desk. */
  hasAddress?: boolean;
};

function coreServices(context: Context, { articleBytes, sendsMail = false, hasAddress = false }: Given) {
  const claims = claimsService(context);
  const find = findService(context);
  const alike = alikeService(context, find);
  const labels = labelsService(context);
  return {
    desk: deskService(context),
    members: membersService(context),
    bylines: bylinesService(context),
    sessions: sessionsService(context),
    mailLanguage: mailLanguageService(context),
    invites: invitesService(context),
    tokens: tokensService(context),
    webhooks: webhooksService(context),
    passwords: passwordsService(context),
    scales: { list: () => allScales(context.db) },
    cases: casesService(context),
    documents: documentsService(context, articleBytes),
    claims,
    conflictSets: conflictSetsService(context),
    labels,
    bulk: bulkService(context, { claims, labels }),
    views: viewsService(context),
    cardVersions: cardVersionsService(context),
    reviews: reviewsService(context),
    discussion: discussionService(context, { onComment: tellOfComment }),
    work: workService(context),
    numbers: numbersService(context),
    notifications: notificationsService(context),
    notificationSettings: notificationSettingsService(context, { sendsMail }),
    digest: digestService(context),
    releases: releasesService(context),
    publications: publicationsService(context, hasAddress),
    methodPages: methodPagesService(context),
    published: publishedService(context),
    withheldClaims: withheldClaimsService(context),
    corrections: correctionsService(context),
    feeds: feedsService(context),
    bundles: bundlesService(context),
    proofs: proofsService(context),
    history: historyService(context),
    versions: versionsService(context),
    find,
    alike,
    precedents: precedentsService(context),
    merges: mergesService(context, alike),
  };
}

export type Services = ReturnType<typeof coreServices> & { sample: ReturnType<typeof sampleService> };
