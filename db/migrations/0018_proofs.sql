CREATE TABLE `audit_checkpoints` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`size` integer NOT NULL,
	`note` text NOT NULL,
	`release_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_checkpoints_release` ON `audit_checkpoints` (`release_id`);--> statement-breakpoint
CREATE TABLE `audit_tiles` (
	`level` integer NOT NULL,
	`place` integer NOT NULL,
	`hash` blob NOT NULL,
	PRIMARY KEY(`level`, `place`)
);
--> statement-breakpoint
CREATE TABLE `bundle_seals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`release_id` text NOT NULL,
	`basis` text NOT NULL,
	`key` text NOT NULL,
	`manifest_sha256` text NOT NULL,
	`note` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bundle_seals_release` ON `bundle_seals` (`release_id`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`line` text NOT NULL,
	`name` text NOT NULL,
	`made_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signing_keys_line_unique` ON `signing_keys` (`line`);--> statement-breakpoint
ALTER TABLE `audit_events` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `salt` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `commitment` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `withheld` text;--> statement-breakpoint
CREATE INDEX `audit_events_withheld` ON `audit_events` (`withheld`) WHERE "audit_events"."withheld" is not null;