CREATE TABLE `precedent_drafts` (
	`member_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` blob NOT NULL,
	`mapping` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `precedent_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`added` integer NOT NULL,
	`updated` integer NOT NULL,
	`known` integer NOT NULL,
	`dropped` integer NOT NULL,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `precedents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`identity` text NOT NULL,
	`import_id` text NOT NULL,
	`claim` text NOT NULL,
	`title` text NOT NULL,
	`claimant` text NOT NULL,
	`claim_date` text NOT NULL,
	`said_when` text NOT NULL,
	`said_where` text NOT NULL,
	`publisher` text NOT NULL,
	`publisher_url` text NOT NULL,
	`url` text NOT NULL,
	`review_date` text NOT NULL,
	`language` text NOT NULL,
	`rating` text NOT NULL,
	`value` real,
	`best` real,
	`worst` real,
	`explanation` text NOT NULL,
	`body` text NOT NULL,
	`appearances` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `precedent_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `precedents_identity` ON `precedents` (`identity`);--> statement-breakpoint
CREATE INDEX `precedents_import` ON `precedents` (`import_id`);