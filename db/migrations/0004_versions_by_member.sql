DROP INDEX `card_versions_claim`;--> statement-breakpoint
CREATE UNIQUE INDEX `card_versions_claim` ON `card_versions` (`claim_id`,`seq`,`member_id`);