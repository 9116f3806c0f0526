CREATE TABLE feeds (
    feed_id INTEGER PRIMARY KEY AUTOINCREMENT,
    canonical_url TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,
    title TEXT,
    link TEXT,
    language TEXT,
    folder TEXT,
    full_text TEXT NOT NULL CHECK (full_text IN ('auto', 'always', 'never')),
    is_paused INTEGER NOT NULL DEFAULT 0,
    added_at INTEGER NOT NULL,
    etag TEXT,
    last_modified TEXT,
    body_hash TEXT,
    last_try_at INTEGER,
    last_success_at INTEGER,
    last_change_at INTEGER,
    next_due_at INTEGER,
    interval INTEGER NOT NULL DEFAULT 0,
    time_to_live INTEGER,
    skip_hours INTEGER NOT NULL DEFAULT 0,
    skip_days INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    failing_since INTEGER,
    problem TEXT,
    is_gone INTEGER NOT NULL DEFAULT 0,
    moved_from TEXT,
    is_failure_told INTEGER NOT NULL DEFAULT 0,
    items INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX feeds_due ON feeds (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE TABLE feed_items (
    item_id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER NOT NULL REFERENCES feeds (feed_id) ON DELETE CASCADE,
    item_key TEXT NOT NULL,
    hash TEXT NOT NULL,
    article_id TEXT NOT NULL,
    canonical_url TEXT,
    first_seen_at INTEGER NOT NULL,
    page_url TEXT,
    page_host TEXT,
    page_tries INTEGER NOT NULL DEFAULT 0,
    page_due_at INTEGER,
    draft TEXT,
    UNIQUE (feed_id, item_key)
) STRICT;
CREATE INDEX feed_items_by_article ON feed_items (article_id);
CREATE INDEX feed_items_by_address ON feed_items (canonical_url) WHERE canonical_url IS NOT NULL;
CREATE INDEX feed_items_with_pages ON feed_items (page_host, page_due_at) WHERE page_due_at IS NOT NULL;
