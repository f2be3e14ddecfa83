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
CREATE INDEX `audit_events_withheld` ON `audit_events` (`withheld`) WHERE "audit_events"."withheld" is not null;