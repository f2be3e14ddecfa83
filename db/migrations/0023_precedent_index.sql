CREATE VIRTUAL TABLE precedent_words USING fts5(title, claim, claimant, publisher, content='', contentless_delete=1, tokenize="porter unicode61 remove_diacritics 0 categories 'L* N* Co M*'");
--> statement-breakpoint
CREATE VIRTUAL TABLE precedent_parts USING fts5(parts, content='', contentless_delete=1, tokenize="trigram case_sensitive 1");
