ALTER TABLE `desk` ADD `method_url` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `desk` ADD `corrections_url` text DEFAULT '' NOT NULL;