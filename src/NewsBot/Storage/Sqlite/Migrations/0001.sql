CREATE TABLE articles (
    article_key INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    canonical_url TEXT UNIQUE,
    current_revision INTEGER NOT NULL,
    first_seen INTEGER NOT NULL
) STRICT;
CREATE TABLE revisions (
    revision_id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_key INTEGER NOT NULL REFERENCES articles (article_key),
    number INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT,
    source TEXT,
    author TEXT,
    published_at INTEGER,
    language TEXT,
    file_name TEXT,
    ingested_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (article_key, number)
) STRICT;
CREATE INDEX revisions_by_content ON revisions (content_hash);
