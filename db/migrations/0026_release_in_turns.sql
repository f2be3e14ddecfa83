CREATE TABLE `__new_release_claims` (
	`release_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`position` integer NOT NULL,
	`claim` text NOT NULL,
	PRIMARY KEY(`release_id`, `claim_id`)
);
--> statement-breakpoint
INSERT INTO `__new_release_claims`("release_id", "claim_id", "content_hash", "position", "claim") SELECT "release_id", "claim_id", "content_hash", "position", "claim" FROM `release_claims`;--> statement-breakpoint
DROP TABLE `release_claims`;--> statement-breakpoint
ALTER TABLE `__new_release_claims` RENAME TO `release_claims`;--> statement-breakpoint
CREATE UNIQUE INDEX `release_claims_position` ON `release_claims` (`release_id`,`position`);--> statement-breakpoint
CREATE INDEX `release_claims_claim` ON `release_claims` (`claim_id`);--> statement-breakpoint
CREATE INDEX `release_claims_hash` ON `release_claims` (`release_id`,`claim_id`,`content_hash`);