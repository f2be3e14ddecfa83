ALTER TABLE `audit_events` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `salt` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `commitment` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `withheld` text;