CREATE TABLE `labels` (
	`claim_id` text NOT NULL,
	`position` integer NOT NULL,
	`case_id` text NOT NULL,
	`label` text NOT NULL,
	PRIMARY KEY(`claim_id`, `position`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `labels_case` ON `labels` (`case_id`,`label`);