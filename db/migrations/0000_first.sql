CREATE TABLE `audit_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`actor_id` text,
	`case_id` text,
	`claim_id` text,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_events_case` ON `audit_events` (`case_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_claim` ON `audit_events` (`claim_id`,`seq`);--> statement-breakpoint
CREATE TABLE `case_members` (
	`case_id` text NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`case_id`, `member_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_visits` (
	`member_id` text NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `case_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_visits_recent` ON `case_visits` (`member_id`,`at`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`scale_id` text,
	`quorum` integer DEFAULT 1 NOT NULL,
	`restricted` integer DEFAULT false NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`scale_id`) REFERENCES `scales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number_unique` ON `cases` (`number`);--> statement-breakpoint
CREATE TABLE `scales` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`ratings` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cards` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`projected_seq` integer NOT NULL,
	`statement` text NOT NULL,
	`claimant` text NOT NULL,
	`language` text NOT NULL,
	`card` text NOT NULL,
	`content_hash` text NOT NULL,
	`last_editor_id` text,
	`last_edited_at` integer NOT NULL,
	`source_count` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cards_case` ON `cards` (`case_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`number` integer NOT NULL,
	`stage` text NOT NULL,
	`drop_reason` text,
	`duplicate_of` text,
	`assignee_id` text,
	`due_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_number` ON `claims` (`case_id`,`number`);--> statement-breakpoint
CREATE INDEX `claims_assignee` ON `claims` (`assignee_id`);--> statement-breakpoint
CREATE TABLE `figures` (
	`claim_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`qualifier` text NOT NULL,
	`value` text NOT NULL,
	`upper` text NOT NULL,
	`unit` text NOT NULL,
	`as_of` text NOT NULL,
	PRIMARY KEY(`claim_id`, `id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `quotes` (
	`claim_id` text NOT NULL,
	`id` text NOT NULL,
	`version_id` text NOT NULL,
	`exact` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quotes_version` ON `quotes` (`version_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`claim_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`stance` text NOT NULL,
	`rank` text,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`author` text NOT NULL,
	`date` text NOT NULL,
	`url` text NOT NULL,
	`quote` text NOT NULL,
	`quote_language` text NOT NULL,
	`locator` text NOT NULL,
	`archived_url` text NOT NULL,
	`origin` text NOT NULL,
	`note` text NOT NULL,
	`protected` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sources_url` ON `sources` (`url`);--> statement-breakpoint
CREATE TABLE `verdicts` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`scale_id` text NOT NULL,
	`rating_id` text NOT NULL,
	`sentence` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` blob NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `client_bindings` (
	`claim_id` text NOT NULL,
	`client_id` integer NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`claim_id`, `client_id`)
);
--> statement-breakpoint
CREATE TABLE `quarantines` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `updates` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`claim_id` text NOT NULL,
	`member_id` text,
	`connection_id` text,
	`at` integer NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `updates_claim` ON `updates` (`claim_id`,`seq`);--> statement-breakpoint
CREATE TABLE `dismissals` (
	`version_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`version_id`, `ordinal`),
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`origin_url` text NOT NULL,
	`outlet` text NOT NULL,
	`published_on` text NOT NULL,
	`language` text NOT NULL,
	`captured_by` text NOT NULL,
	`captured_at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`captured_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_versions_number` ON `document_versions` (`document_id`,`number`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `documents_case` ON `documents` (`case_id`);--> statement-breakpoint
CREATE TABLE `sentences` (
	`version_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	PRIMARY KEY(`version_id`, `ordinal`),
	FOREIGN KEY (`version_id`) REFERENCES `document_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `desk` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`setup_token_hash` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`result` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idempotency_keys_once` ON `idempotency_keys` (`member_id`,`key`);--> statement-breakpoint
CREATE TABLE `invites` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`used_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invites_tokenHash_unique` ON `invites` (`token_hash`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`colour` integer NOT NULL,
	`created_at` integer NOT NULL,
	`deactivated_at` integer,
	CONSTRAINT "members_role" CHECK("members"."role" in ('viewer','analyst','editor','admin'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_email` ON `members` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`user_agent` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_member` ON `sessions` (`member_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email_hash` text NOT NULL,
	`network` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_failures_email` ON `sign_in_failures` (`email_hash`,`at`);--> statement-breakpoint
CREATE INDEX `sign_in_failures_network` ON `sign_in_failures` (`network`,`at`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `release_claims` (
	`release_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`content_hash` text NOT NULL,
	PRIMARY KEY(`release_id`, `claim_id`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `release_claims_claim` ON `release_claims` (`claim_id`);--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`number` integer NOT NULL,
	`claim_set` text NOT NULL,
	`sha256` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_number` ON `releases` (`case_id`,`number`);--> statement-breakpoint
CREATE TABLE `review_requests` (
	`claim_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`requested_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `reviewer_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_requests_reviewer` ON `review_requests` (`reviewer_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`decision` text NOT NULL,
	`content_version` integer NOT NULL,
	`content_hash` text NOT NULL,
	`card` text NOT NULL,
	`last_editor_id` text,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	`superseded_at` integer,
	`cleared_at` integer,
	`cleared_by` text,
	`cleared_reason` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_claim` ON `reviews` (`claim_id`);--> statement-breakpoint
CREATE INDEX `reviews_reviewer` ON `reviews` (`reviewer_id`);