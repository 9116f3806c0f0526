CREATE TABLE article_log (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    revision_id INTEGER,
    replaced_revision_id INTEGER
) STRICT;
INSERT INTO article_log (revision_id)
    SELECT current_revision FROM articles ORDER BY current_revision;
