INSERT OR IGNORE INTO released_sources (claim_id, url)
SELECT release_claims.claim_id, json_extract(source.value, '$.archivedUrl')
FROM release_claims, json_each(release_claims.claim, '$.card.sources') AS source
WHERE json_extract(source.value, '$.archivedUrl') <> '';
