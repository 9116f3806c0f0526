-- A chat that chose the summary before it had an hour and a zone is asked for them, at once: due, and unfinished.
CREATE TABLE subscriptions (
    chat_id INTEGER PRIMARY KEY,
    thread_id INTEGER,
    state TEXT NOT NULL DEFAULT 'unfinished' CHECK (state IN ('unfinished', 'active', 'stopped', 'blocked')),
    minute INTEGER,
    zone TEXT,
    days INTEGER NOT NULL DEFAULT 127,
    max_stories INTEGER NOT NULL DEFAULT 5,
    topics TEXT NOT NULL DEFAULT '[]',
    mutes TEXT NOT NULL DEFAULT '[]',
    article_language TEXT,
    language TEXT NOT NULL DEFAULT 'en',
    is_quiet INTEGER NOT NULL DEFAULT 0,
    last_date INTEGER,
    last_end INTEGER,
    last_digests TEXT NOT NULL DEFAULT '[]',
    next_due INTEGER,
    awaits TEXT,
    likeness INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX subscriptions_due ON subscriptions (next_due, likeness, chat_id) WHERE next_due IS NOT NULL;
CREATE INDEX subscriptions_awaiting ON subscriptions (chat_id) WHERE awaits IS NOT NULL;
INSERT INTO subscriptions (chat_id, state, next_due)
    SELECT chat_id, iif(may_write, 'unfinished', 'blocked'), iif(may_write, 0, NULL) FROM chats WHERE is_subscribed = 1;
ALTER TABLE chats DROP COLUMN is_subscribed;
CREATE TABLE digests (
    digest_id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE,
    ended_at INTEGER NOT NULL,
    stories TEXT NOT NULL
) STRICT;
ALTER TABLE exchanges ADD COLUMN digest_id INTEGER;
CREATE INDEX exchanges_by_digest ON exchanges (digest_id) WHERE digest_id IS NOT NULL;
