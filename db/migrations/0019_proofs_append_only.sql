DROP TRIGGER audit_events_no_update;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
WHEN NOT (
  OLD.version = 2 AND OLD.withheld IS NULL AND NEW.withheld IS NOT NULL AND NEW.body = '{}' AND NEW.salt IS NULL
  AND NEW.seq = OLD.seq AND NEW.version = 2 AND NEW.type = OLD.type AND NEW.actor_id IS OLD.actor_id
  AND NEW.case_id IS OLD.case_id AND NEW.claim_id IS OLD.claim_id AND NEW.at = OLD.at
  AND NEW.previous_hash = OLD.previous_hash AND NEW.hash = OLD.hash AND NEW.commitment IS OLD.commitment
)
BEGIN SELECT RAISE(ABORT, 'append-only: audit_events'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_no_update BEFORE UPDATE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'append-only: audit_checkpoints'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_no_delete BEFORE DELETE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'append-only: audit_checkpoints'); END;
--> statement-breakpoint
CREATE TRIGGER signing_keys_no_delete BEFORE DELETE ON signing_keys BEGIN SELECT RAISE(ABORT, 'append-only: signing_keys'); END;
--> statement-breakpoint
CREATE TRIGGER signing_keys_retire_once BEFORE UPDATE ON signing_keys
WHEN NOT (
  OLD.retired_at IS NULL AND NEW.retired_at IS NOT NULL AND NEW.id = OLD.id AND NEW.line = OLD.line
  AND NEW.name = OLD.name AND NEW.made_at = OLD.made_at
)
BEGIN SELECT RAISE(ABORT, 'append-only: signing_keys'); END;
--> statement-breakpoint
CREATE TRIGGER bundle_seals_no_update BEFORE UPDATE ON bundle_seals BEGIN SELECT RAISE(ABORT, 'append-only: bundle_seals'); END;
--> statement-breakpoint
CREATE TRIGGER bundle_seals_no_delete BEFORE DELETE ON bundle_seals BEGIN SELECT RAISE(ABORT, 'append-only: bundle_seals'); END;
