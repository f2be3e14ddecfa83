CREATE TABLE `digest_choices` (
	`member_id` text PRIMARY KEY NOT NULL,
	`hour` integer,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`last_day` text DEFAULT '' NOT NULL,
	`last_at` integer DEFAULT 0 NOT NULL,
	`seen_at` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`member_id` text NOT NULL,
	`notification_id` integer,
	`since` integer,
	`queued_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`notification_id`) REFERENCES `notifications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_notificationId_unique` ON `mails` (`notification_id`);--> statement-breakpoint
CREATE INDEX `mails_waiting` ON `mails` (`state`,`next_at`);--> statement-breakpoint
CREATE TABLE `due_notices` (
	`claim_id` text NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `due_at`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notification_mutes` (
	`member_id` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`member_id`, `case_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notification_ways` (
	`member_id` text NOT NULL,
	`reason` text NOT NULL,
	`way` text NOT NULL,
	PRIMARY KEY(`member_id`, `reason`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`member_id` text NOT NULL,
	`case_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`reason` text NOT NULL,
	`actor_id` text,
	`subject` text NOT NULL,
	`count` integer DEFAULT 1 NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	`done_at` integer,
	`snoozed_until` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_unread` ON `notifications` (`member_id`,`claim_id`,`reason`) WHERE read_at is null and done_at is null;--> statement-breakpoint
CREATE INDEX `notifications_member` ON `notifications` (`member_id`,`done_at`,`at`);--> statement-breakpoint
CREATE INDEX `notifications_claim` ON `notifications` (`claim_id`);