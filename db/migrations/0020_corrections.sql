CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`released_before` integer NOT NULL,
	`in_force_at` integer,
	`in_force_after` integer,
	`taken_back_at` integer,
	`taken_back_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_case` ON `corrections` (`case_id`);--> statement-breakpoint
CREATE INDEX `corrections_claim` ON `corrections` (`claim_id`);--> statement-breakpoint
CREATE TABLE `released_sources` (
	`claim_id` text NOT NULL,
	`url` text NOT NULL,
	PRIMARY KEY(`claim_id`, `url`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `released_sources_url` ON `released_sources` (`url`);--> statement-breakpoint
CREATE TABLE `retraction_confirmations` (
	`correction_id` integer NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`correction_id`, `member_id`),
	FOREIGN KEY (`correction_id`) REFERENCES `corrections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `second_looks` (
	`correction_id` integer NOT NULL,
	`claim_id` text NOT NULL,
	`grounds` text NOT NULL,
	`source` text NOT NULL,
	`looked_at` integer,
	`looked_by` text,
	PRIMARY KEY(`correction_id`, `claim_id`),
	FOREIGN KEY (`correction_id`) REFERENCES `corrections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `second_looks_claim` ON `second_looks` (`claim_id`);