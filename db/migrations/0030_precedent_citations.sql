ALTER TABLE `precedents` ADD `claimant_url` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `precedents` ADD `author` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `precedents` ADD `citations` text DEFAULT '[]' NOT NULL;