CREATE TABLE `merges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`claim_id` text NOT NULL,
	`into_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `merges_claim` ON `merges` (`claim_id`);--> statement-breakpoint
CREATE INDEX `merges_into` ON `merges` (`into_id`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`case_id` text NOT NULL,
	`language` text NOT NULL,
	`title` text NOT NULL,
	`statement` text NOT NULL,
	`quote` text NOT NULL,
	`claimant` text NOT NULL,
	`verdict` text NOT NULL,
	`source` text NOT NULL,
	`rationale` text NOT NULL,
	`gaps` text NOT NULL,
	`passage` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `search_entries_subject` ON `search_entries` (`subject_id`);--> statement-breakpoint
CREATE TABLE `search_stale` (
	`kind` text NOT NULL,
	`subject_id` text PRIMARY KEY NOT NULL
);
