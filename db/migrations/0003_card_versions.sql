CREATE TABLE `card_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`claim_id` text NOT NULL,
	`member_id` text NOT NULL,
	`seq` integer NOT NULL,
	`until_seq` integer NOT NULL,
	`at` integer NOT NULL,
	`before` text NOT NULL,
	`outcome` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `card_versions_claim` ON `card_versions` (`claim_id`,`seq`);