CREATE TABLE `withheld_claims` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `withheld_claims_case` ON `withheld_claims` (`case_id`);--> statement-breakpoint
ALTER TABLE `publications` ADD `withdrawn_reason` text;--> statement-breakpoint
ALTER TABLE `publications` ADD `withdrawn_by` text REFERENCES members(id);