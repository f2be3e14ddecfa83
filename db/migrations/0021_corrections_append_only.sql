CREATE TRIGGER corrections_no_update BEFORE UPDATE ON corrections
WHEN NOT (
  NEW.id = OLD.id AND NEW.case_id = OLD.case_id AND NEW.claim_id = OLD.claim_id AND NEW.kind = OLD.kind
  AND NEW.what = OLD.what AND NEW.why = OLD.why AND NEW."by" = OLD."by" AND NEW.at = OLD.at
  AND NEW.released_before = OLD.released_before
  AND (OLD.in_force_at IS NULL OR (NEW.in_force_at IS OLD.in_force_at AND NEW.in_force_after IS OLD.in_force_after))
  AND (OLD.taken_back_at IS NULL OR (NEW.taken_back_at IS OLD.taken_back_at AND NEW.taken_back_by IS OLD.taken_back_by))
)
BEGIN SELECT RAISE(ABORT, 'append-only: corrections'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_no_delete BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'append-only: corrections'); END;
--> statement-breakpoint
CREATE TRIGGER retraction_confirmations_no_update BEFORE UPDATE ON retraction_confirmations BEGIN SELECT RAISE(ABORT, 'append-only: retraction_confirmations'); END;
--> statement-breakpoint
CREATE TRIGGER retraction_confirmations_no_delete BEFORE DELETE ON retraction_confirmations BEGIN SELECT RAISE(ABORT, 'append-only: retraction_confirmations'); END;
--> statement-breakpoint
CREATE TRIGGER second_looks_once BEFORE UPDATE ON second_looks
WHEN NOT (
  OLD.looked_at IS NULL AND NEW.looked_at IS NOT NULL AND NEW.correction_id = OLD.correction_id
  AND NEW.claim_id = OLD.claim_id AND NEW.grounds = OLD.grounds AND NEW.source = OLD.source
)
BEGIN SELECT RAISE(ABORT, 'append-only: second_looks'); END;
--> statement-breakpoint
CREATE TRIGGER second_looks_no_delete BEFORE DELETE ON second_looks BEGIN SELECT RAISE(ABORT, 'append-only: second_looks'); END;
--> statement-breakpoint
INSERT OR IGNORE INTO released_sources (claim_id, url)
SELECT release_claims.claim_id, json_extract(source.value, '$.url')
FROM release_claims, json_each(release_claims.claim, '$.card.sources') AS source
WHERE json_extract(source.value, '$.url') <> '';
