CREATE TRIGGER updates_no_update BEFORE UPDATE ON updates BEGIN SELECT RAISE(ABORT, 'append-only: updates'); END;
--> statement-breakpoint
CREATE TRIGGER updates_no_delete BEFORE DELETE ON updates BEGIN SELECT RAISE(ABORT, 'append-only: updates'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, 'append-only: audit_events'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'append-only: audit_events'); END;
--> statement-breakpoint
CREATE TRIGGER document_versions_no_update BEFORE UPDATE ON document_versions BEGIN SELECT RAISE(ABORT, 'immutable: document_versions'); END;
--> statement-breakpoint
CREATE TRIGGER document_versions_no_delete BEFORE DELETE ON document_versions BEGIN SELECT RAISE(ABORT, 'immutable: document_versions'); END;
--> statement-breakpoint
CREATE TRIGGER sentences_no_update BEFORE UPDATE ON sentences BEGIN SELECT RAISE(ABORT, 'immutable: sentences'); END;
--> statement-breakpoint
CREATE TRIGGER releases_no_update BEFORE UPDATE ON releases BEGIN SELECT RAISE(ABORT, 'immutable: releases'); END;
--> statement-breakpoint
CREATE TRIGGER releases_no_delete BEFORE DELETE ON releases BEGIN SELECT RAISE(ABORT, 'immutable: releases'); END;
--> statement-breakpoint
CREATE TRIGGER release_claims_no_update BEFORE UPDATE ON release_claims BEGIN SELECT RAISE(ABORT, 'immutable: release_claims'); END;
--> statement-breakpoint
CREATE TRIGGER release_claims_no_delete BEFORE DELETE ON release_claims BEGIN SELECT RAISE(ABORT, 'immutable: release_claims'); END;
--> statement-breakpoint
CREATE TRIGGER scales_no_update BEFORE UPDATE ON scales BEGIN SELECT RAISE(ABORT, 'immutable: scales'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_frozen BEFORE UPDATE OF claim_id, reviewer_id, decision, content_version, content_hash, card, last_editor_id, note, at ON reviews BEGIN SELECT RAISE(ABORT, 'immutable: what was reviewed'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'append-only: reviews'); END;
