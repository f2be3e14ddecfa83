DROP TRIGGER releases_no_update;
--> statement-breakpoint
CREATE TABLE `__new_release_claims` (
	`release_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`position` integer NOT NULL,
	`claim` text NOT NULL,
	PRIMARY KEY(`release_id`, `claim_id`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_release_claims` SELECT held.release_id, held.claim_id, held.content_hash, claim.key, claim.value FROM `releases` made CROSS JOIN json_each(made.claim_set, '$.claims') claim CROSS JOIN `release_claims` held ON held.release_id = made.id AND held.claim_id = claim.value ->> 'claimId';
--> statement-breakpoint
DROP TABLE `release_claims`;
--> statement-breakpoint
ALTER TABLE `__new_release_claims` RENAME TO `release_claims`;
--> statement-breakpoint
CREATE INDEX `release_claims_claim` ON `release_claims` (`claim_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `release_claims_position` ON `release_claims` (`release_id`,`position`);
--> statement-breakpoint
CREATE INDEX `release_claims_hash` ON `release_claims` (`release_id`,`claim_id`,`content_hash`);
--> statement-breakpoint
ALTER TABLE `releases` RENAME COLUMN "claim_set" TO "head";
--> statement-breakpoint
UPDATE `releases` SET `head` = json_remove(`head`, '$.claims');
--> statement-breakpoint
CREATE TRIGGER releases_no_update BEFORE UPDATE ON releases BEGIN SELECT RAISE(ABORT, 'immutable: releases'); END;
--> statement-breakpoint
CREATE TRIGGER release_claims_no_update BEFORE UPDATE ON release_claims BEGIN SELECT RAISE(ABORT, 'immutable: release_claims'); END;
--> statement-breakpoint
CREATE TRIGGER release_claims_no_delete BEFORE DELETE ON release_claims BEGIN SELECT RAISE(ABORT, 'immutable: release_claims'); END;
