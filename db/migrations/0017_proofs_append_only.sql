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
