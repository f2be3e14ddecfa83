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
