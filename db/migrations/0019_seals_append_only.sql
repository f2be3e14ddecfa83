CREATE TRIGGER bundle_seals_no_update BEFORE UPDATE ON bundle_seals BEGIN SELECT RAISE(ABORT, 'append-only: bundle_seals'); END;
--> statement-breakpoint
CREATE TRIGGER bundle_seals_no_delete BEFORE DELETE ON bundle_seals BEGIN SELECT RAISE(ABORT, 'append-only: bundle_seals'); END;
