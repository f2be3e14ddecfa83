CREATE TABLE `version_names` (
	`claim_id` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `seq`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
