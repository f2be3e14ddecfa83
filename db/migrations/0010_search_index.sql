CREATE VIRTUAL TABLE search_words USING fts5(title, statement, quote, claimant, verdict, source, rationale, gaps, passage, content='', contentless_delete=1, prefix='2 3', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'");
--> statement-breakpoint
CREATE VIRTUAL TABLE search_parts USING fts5(title, statement, quote, claimant, verdict, source, rationale, gaps, passage, content='', contentless_delete=1, tokenize="trigram case_sensitive 1");
--> statement-breakpoint
CREATE TRIGGER cases_search_insert AFTER INSERT ON cases BEGIN INSERT INTO search_stale (kind, subject_id) SELECT 'case', new.id WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE subject_id = new.id); END;
--> statement-breakpoint
CREATE TRIGGER cases_search_update AFTER UPDATE OF title ON cases BEGIN INSERT INTO search_stale (kind, subject_id) SELECT 'case', new.id WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE subject_id = new.id); END;
--> statement-breakpoint
CREATE TRIGGER cases_search_delete AFTER DELETE ON cases BEGIN INSERT INTO search_stale (kind, subject_id) SELECT 'case', old.id WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE subject_id = old.id); END;
--> statement-breakpoint
CREATE TRIGGER cards_search_insert AFTER INSERT ON cards BEGIN INSERT INTO search_stale (kind, subject_id) SELECT 'claim', new.claim_id WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE subject_id = new.claim_id); END;
--> statement-breakpoint
CREATE TRIGGER cards_search_update AFTER UPDATE OF card ON cards WHEN old.card IS NOT new.card BEGIN INSERT INTO search_stale (kind, subject_id) SELECT 'claim', new.claim_id WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE subject_id = new.claim_id); END;
--> statement-breakpoint
CREATE TRIGGER cards_search_delete AFTER DELETE ON cards BEGIN INSERT INTO search_stale (kind, subject_id) SELECT 'claim', old.claim_id WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE subject_id = old.claim_id); END;
--> statement-breakpoint
CREATE TRIGGER document_versions_search_insert AFTER INSERT ON document_versions BEGIN INSERT INTO search_stale (kind, subject_id) SELECT 'document', new.id WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE subject_id = new.id); END;
--> statement-breakpoint
INSERT INTO search_stale (kind, subject_id) SELECT 'case', id FROM cases;
--> statement-breakpoint
INSERT INTO search_stale (kind, subject_id) SELECT 'claim', claim_id FROM cards;
--> statement-breakpoint
INSERT INTO search_stale (kind, subject_id) SELECT 'document', id FROM document_versions;
