CREATE TABLE updates (
    update_id INTEGER PRIMARY KEY,
    lane INTEGER,
    received_at INTEGER NOT NULL,
    payload TEXT,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'handled', 'set aside')),
    tries INTEGER NOT NULL DEFAULT 0,
    ended_at INTEGER,
    error TEXT
) STRICT;
CREATE INDEX updates_open ON updates (update_id) WHERE ended_at IS NULL;
CREATE INDEX updates_set_aside ON updates (update_id) WHERE state = 'set aside';
CREATE TABLE calls (
    call_id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER,
    payload TEXT,
    purpose TEXT NOT NULL CHECK (purpose IN ('answer', 'digest')),
    exchange_id INTEGER,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'being made', 'made', 'given up')),
    was_recovered INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    ended_at INTEGER,
    error TEXT
) STRICT;
CREATE INDEX calls_open ON calls (call_id) WHERE ended_at IS NULL;
CREATE TABLE holds (
    chat_id INTEGER PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT;
CREATE TABLE exchanges (
    exchange_id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER,
    person_id INTEGER NOT NULL,
    question TEXT NOT NULL,
    asked_as TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    question_message_id INTEGER NOT NULL,
    reply_message_id INTEGER,
    answer TEXT NOT NULL,
    is_supported INTEGER NOT NULL,
    citations TEXT NOT NULL,
    article_ids TEXT NOT NULL
) STRICT;
CREATE INDEX exchanges_by_place ON exchanges (chat_id, thread_id, asked_at);
CREATE INDEX exchanges_by_question ON exchanges (chat_id, question_message_id) WHERE question_message_id <> 0;
CREATE INDEX exchanges_by_reply ON exchanges (chat_id, reply_message_id) WHERE reply_message_id IS NOT NULL;
CREATE INDEX exchanges_of_groups_by_person ON exchanges (person_id) WHERE person_id <> chat_id;
CREATE TABLE ratings (
    exchange_id INTEGER NOT NULL REFERENCES exchanges (exchange_id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL,
    is_helpful INTEGER NOT NULL,
    PRIMARY KEY (exchange_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ratings_by_person ON ratings (person_id);
CREATE TABLE watches (
    watch_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    after_sequence INTEGER NOT NULL,
    since INTEGER NOT NULL,
    is_closed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (person_id, watch_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX watches_open ON watches (since, watch_id) WHERE is_closed = 0;
CREATE TABLE chats (
    chat_id INTEGER PRIMARY KEY,
    may_write INTEGER NOT NULL DEFAULT 1,
    has_chosen INTEGER NOT NULL DEFAULT 0,
    language TEXT,
    shows_quotes INTEGER NOT NULL DEFAULT 1,
    shows_preview INTEGER NOT NULL DEFAULT 0,
    is_subscribed INTEGER NOT NULL DEFAULT 0
) STRICT;
