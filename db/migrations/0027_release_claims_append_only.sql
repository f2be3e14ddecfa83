CREATE TRIGGER release_claims_no_insert BEFORE INSERT ON release_claims
WHEN EXISTS (SELECT 1 FROM releases WHERE id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'immutable: release_claims'); END;
--> statement-breakpoint
CREATE TRIGGER release_claims_no_update BEFORE UPDATE ON release_claims
WHEN EXISTS (SELECT 1 FROM releases WHERE id IN (OLD.release_id, NEW.release_id))
BEGIN SELECT RAISE(ABORT, 'immutable: release_claims'); END;
--> statement-breakpoint
CREATE TRIGGER release_claims_no_delete BEFORE DELETE ON release_claims
WHEN EXISTS (SELECT 1 FROM releases WHERE id = OLD.release_id)
BEGIN SELECT RAISE(ABORT, 'immutable: release_claims'); END;
