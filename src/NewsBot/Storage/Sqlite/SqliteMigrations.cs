using Microsoft.Data.Sqlite;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

// A step that was released is never edited or moved, so that the list, and this file, only grows.

/// <summary>The schema as an append-only list of steps; the database's user_version is the number of the last one applied.</summary>
internal static class SqliteMigrations
{
    /// <summary>Marks a database as the bot's ('NwsB'), in SQLite's application_id.</summary>
    public const int ApplicationId = 0x4E777342;

    /// <summary>Every step, in order. To change the schema, add one at the end.</summary>
    public static IReadOnlyList<SqliteMigration> All { get; } =
    [
        new(1, "articles and their revisions", """
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
            """),
        new(2, "the article log", """
            CREATE TABLE article_log (
                sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                revision_id INTEGER,
                replaced_revision_id INTEGER
            ) STRICT;
            INSERT INTO article_log (revision_id)
                SELECT current_revision FROM articles ORDER BY current_revision;
            """),
        new(3, "what tells this archive from others", """
            CREATE TABLE archive (
                id BLOB NOT NULL
            ) STRICT;
            INSERT INTO archive (id) VALUES (randomblob(16));
            """),
        new(4, "what is new and where it comes from", """
            CREATE INDEX revisions_by_time ON revisions (published_at) WHERE published_at IS NOT NULL;
            CREATE INDEX revisions_by_source ON revisions (source, article_key, published_at) WHERE source IS NOT NULL;
            """),
        new(5, "chats: updates, calls, exchanges, ratings, watches", """
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
            """),
        new(6, "feeds that are followed and their items", """
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
            """),
        new(7, "near duplicates; what stored answers cite", """
            CREATE TABLE duplicates (
                revision_id INTEGER PRIMARY KEY REFERENCES revisions (revision_id) ON DELETE CASCADE,
                group_id INTEGER NOT NULL,
                outlet INTEGER NOT NULL,
                reported_at INTEGER NOT NULL,
                signature BLOB NOT NULL
            ) STRICT;
            CREATE TABLE unread_texts (
                revision_id INTEGER PRIMARY KEY REFERENCES revisions (revision_id) ON DELETE CASCADE
            ) STRICT;
            INSERT INTO unread_texts (revision_id) SELECT current_revision FROM articles;
            CREATE TABLE cited_revisions (
                revision_id INTEGER NOT NULL,
                exchange_id INTEGER NOT NULL REFERENCES exchanges (exchange_id) ON DELETE CASCADE,
                PRIMARY KEY (revision_id, exchange_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX cited_revisions_by_exchange ON cited_revisions (exchange_id);
            CREATE TABLE cited_articles (
                public_id TEXT NOT NULL,
                exchange_id INTEGER NOT NULL REFERENCES exchanges (exchange_id) ON DELETE CASCADE,
                PRIMARY KEY (public_id, exchange_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX cited_articles_by_exchange ON cited_articles (exchange_id);
            INSERT INTO cited_revisions SELECT DISTINCT cited.value ->> '$.revisionId', exchange_id FROM exchanges, json_each(citations) AS cited;
            INSERT INTO cited_articles SELECT DISTINCT named.value, exchange_id FROM exchanges, json_each(article_ids) AS named;
            CREATE TRIGGER exchanges_cite AFTER INSERT ON exchanges BEGIN
                INSERT INTO cited_revisions SELECT DISTINCT value ->> '$.revisionId', NEW.exchange_id FROM json_each(NEW.citations);
                INSERT INTO cited_articles SELECT DISTINCT value, NEW.exchange_id FROM json_each(NEW.article_ids);
            END;
            CREATE TRIGGER exchanges_cite_anew AFTER UPDATE OF citations, article_ids ON exchanges BEGIN
                DELETE FROM cited_revisions WHERE exchange_id = NEW.exchange_id;
                DELETE FROM cited_articles WHERE exchange_id = NEW.exchange_id;
                INSERT INTO cited_revisions SELECT DISTINCT value ->> '$.revisionId', NEW.exchange_id FROM json_each(NEW.citations);
                INSERT INTO cited_articles SELECT DISTINCT value, NEW.exchange_id FROM json_each(NEW.article_ids);
            END;
            """),
        // A chat that chose the summary before it had an hour and a zone is asked for them, at once: due, and unfinished.
        new(8, "daily summaries", """
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
            """),
        new(9, "what the language model takes and writes", """
            CREATE TABLE model_usage (
                day INTEGER NOT NULL,
                person_id INTEGER NOT NULL,
                input_tokens INTEGER NOT NULL,
                output_tokens INTEGER NOT NULL,
                PRIMARY KEY (day, person_id)
            ) STRICT, WITHOUT ROWID;
            ALTER TABLE exchanges ADD COLUMN is_written INTEGER NOT NULL DEFAULT 0;
            """),
        new(10, "the vectors of passages", """
            CREATE TABLE vector_models (
                model_id INTEGER PRIMARY KEY AUTOINCREMENT,
                model_key TEXT NOT NULL,
                dimensions INTEGER NOT NULL,
                stamp BLOB NOT NULL,
                UNIQUE (model_key, dimensions)
            ) STRICT;
            CREATE TABLE passage_vectors (
                vector_id INTEGER PRIMARY KEY AUTOINCREMENT,
                model_id INTEGER NOT NULL REFERENCES vector_models (model_id) ON DELETE CASCADE,
                revision_id INTEGER NOT NULL REFERENCES revisions (revision_id) ON DELETE CASCADE,
                passages INTEGER NOT NULL,
                spans BLOB NOT NULL,
                vectors BLOB NOT NULL,
                UNIQUE (revision_id, model_id)
            ) STRICT;
            CREATE INDEX passage_vectors_by_model ON passage_vectors (model_id, vector_id, passages);
            """),
        // What waits is turned from the bot's own JSON into the Bot API's. json_patch onto an empty object takes out what is null.
        new(11, "updates and messages in the Bot API's words", """
            ALTER TABLE calls ADD COLUMN method TEXT;
            ALTER TABLE calls ADD COLUMN file TEXT;
            ALTER TABLE calls ADD COLUMN edits_reply INTEGER NOT NULL DEFAULT 0;
            UPDATE calls SET
                method = CASE payload ->> '$.kind'
                    WHEN 'send' THEN 'sendMessage' WHEN 'edit' THEN 'editMessageText' WHEN 'keyboard' THEN 'editMessageReplyMarkup' ELSE 'sendDocument' END,
                file = payload ->> '$.content',
                edits_reply = payload ->> '$.kind' = 'edit' AND coalesce(payload ->> '$.messageId', 0) = 0,
                payload = json_patch('{}', json_object(
                    'chat_id', payload ->> '$.chatId',
                    'message_id', payload ->> '$.messageId',
                    'message_thread_id', payload ->> '$.threadId',
                    'text', payload ->> '$.html',
                    'document', 'attach://' || (payload ->> '$.fileName'),
                    'caption', payload ->> '$.captionHtml',
                    'parse_mode', iif(coalesce(payload ->> '$.html', payload ->> '$.captionHtml') IS NULL, NULL, 'HTML'),
                    'link_preview_options', json(CASE
                        WHEN payload ->> '$.html' IS NULL THEN NULL
                        WHEN payload ->> '$.previewUrl' IS NULL THEN json_object('is_disabled', json('true'))
                        ELSE json_object('url', payload ->> '$.previewUrl') END),
                    'reply_parameters', json(CASE WHEN payload ->> '$.replyTo' IS NOT NULL
                        THEN json_object('message_id', payload ->> '$.replyTo', 'allow_sending_without_reply', json('true')) END),
                    'reply_markup', json(CASE WHEN json_array_length(payload, '$.keyboard') > 0 THEN json_object('inline_keyboard', json((
                        SELECT json_group_array(json(line)) FROM (
                            SELECT (
                                SELECT json_group_array(json_patch('{}', json_object(
                                    'text', button.value ->> '$.text', 'callback_data', button.value ->> '$.data', 'url', button.value ->> '$.url')))
                                FROM json_each(row.value) AS button) AS line
                            FROM json_each(payload, '$.keyboard') AS row)))) END)))
            WHERE payload IS NOT NULL AND json_valid(payload);
            CREATE TEMP TABLE parts AS SELECT
                update_id,
                payload ->> '$.kind' AS kind,
                payload AS old,
                coalesce(payload -> '$.message.chat', payload -> '$.chat') AS chat,
                coalesce(payload -> '$.message.sender', payload -> '$.sender') AS sender,
                coalesce(payload ->> '$.message.id', payload ->> '$.messageId') AS message_id,
                coalesce(payload ->> '$.message.threadId', payload ->> '$.threadId') AS thread_id
            FROM updates WHERE payload IS NOT NULL AND json_valid(payload);
            UPDATE parts SET
                chat = CASE WHEN chat IS NOT NULL THEN json_object(
                    'id', chat ->> '$.id', 'type', lower(coalesce(chat ->> '$.kind', 'private')), 'title', chat ->> '$.title') END,
                sender = CASE WHEN sender IS NOT NULL THEN json_object(
                    'id', sender ->> '$.id', 'is_bot', json(iif(coalesce(sender ->> '$.isBot', 0), 'true', 'false')),
                    'first_name', coalesce(sender ->> '$.name', ''), 'language_code', sender ->> '$.languageCode') END;
            UPDATE updates SET payload = json_patch('{}', (SELECT CASE kind
                WHEN 'message' THEN json_object('update_id', update_id, iif(coalesce(old ->> '$.isEdit', 0), 'edited_message', 'message'), json_object(
                    'message_id', message_id,
                    'date', CAST(strftime('%s', old ->> '$.message.sentAt') AS INTEGER),
                    'chat', json(chat),
                    'from', json(sender),
                    'is_topic_message', json(iif(thread_id IS NULL, NULL, 'true')),
                    'message_thread_id', thread_id,
                    'text', old ->> '$.message.text',
                    'entities', json((
                        SELECT json_group_array(json_object(
                            'type', CASE entity.value ->> '$.kind' WHEN 'Mention' THEN 'mention' WHEN 'NamedMention' THEN 'text_mention' ELSE 'bot_command' END,
                            'offset', coalesce(entity.value ->> '$.start', 0),
                            'length', coalesce(entity.value ->> '$.length', 0),
                            'user', json(CASE WHEN entity.value ->> '$.personId' IS NOT NULL
                                THEN json_object('id', entity.value ->> '$.personId', 'is_bot', json('false'), 'first_name', '') END)))
                        FROM json_each(old, '$.message.entities') AS entity)),
                    'reply_to_message', json(CASE WHEN old -> '$.message.replyTo' IS NOT NULL THEN json_object(
                        'message_id', old ->> '$.message.replyTo.id',
                        'chat', json(chat),
                        'from', json(CASE WHEN old ->> '$.message.replyTo.senderId' IS NOT NULL
                            THEN json_object('id', old ->> '$.message.replyTo.senderId', 'is_bot', json('false'), 'first_name', '') END),
                        'text', old ->> '$.message.replyTo.text') END),
                    'via_bot', json(CASE WHEN old ->> '$.message.viaBotId' IS NOT NULL
                        THEN json_object('id', old ->> '$.message.viaBotId', 'is_bot', json('true'), 'first_name', '') END),
                    'migrate_to_chat_id', old ->> '$.message.migratedTo'))
                WHEN 'tap' THEN json_object('update_id', update_id, 'callback_query', json_object(
                    'id', old ->> '$.tapId',
                    'from', json(sender),
                    'message', json(CASE WHEN chat IS NOT NULL THEN json_object(
                        'message_id', message_id, 'chat', json(chat), 'is_topic_message', json(iif(thread_id IS NULL, NULL, 'true')), 'message_thread_id', thread_id) END),
                    'chat_instance', '',
                    'data', old ->> '$.data'))
                WHEN 'inline' THEN json_object('update_id', update_id, 'inline_query', json_object(
                    'id', old ->> '$.queryId', 'from', json(sender), 'query', coalesce(old ->> '$.text', ''), 'offset', ''))
                WHEN 'membership' THEN json_object('update_id', update_id, 'my_chat_member', json_object(
                    'chat', json(chat),
                    'from', json(sender),
                    'old_chat_member', json_object('status', 'left', 'user', json_object('id', 0, 'is_bot', json('true'), 'first_name', '')),
                    'new_chat_member', json_object(
                        'status', iif(coalesce(old ->> '$.mayWrite', 0), 'member', 'left'), 'user', json_object('id', 0, 'is_bot', json('true'), 'first_name', ''))))
                ELSE json_object('update_id', update_id) END
                FROM parts WHERE parts.update_id = updates.update_id))
            WHERE update_id IN (SELECT update_id FROM parts);
            DROP TABLE parts;
            """),
    ];

    /// <summary>Brings the database to the last of <paramref name="migrations"/>, each step in its own transaction.</summary>
    /// <returns>The steps that were applied, in order; empty when it was up to date.</returns>
    /// <remarks>Safe when several processes start at once: each step looks again once it holds the write lock.</remarks>
    /// <exception cref="StoreException">The database is not the bot's, or was written by a newer version.</exception>
    public static IReadOnlyList<SqliteMigration> Apply(SqliteConnection connection, IReadOnlyList<SqliteMigration> migrations)
    {
        Refuse(connection, migrations);
        var applied = new List<SqliteMigration>();
        if (Pragma(connection, "user_version") == migrations.Count)
            return applied;

        foreach (var migration in migrations)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (Pragma(connection, "user_version") != migration.Number - 1)
                continue;
            Run(connection, transaction, migration.Sql);
            Run(connection, transaction, $"PRAGMA user_version = {migration.Number}; PRAGMA application_id = {ApplicationId}");
            transaction.Commit();
            applied.Add(migration);
        }

        return applied;
    }

    private static void Refuse(SqliteConnection connection, IReadOnlyList<SqliteMigration> migrations)
    {
        // One snapshot: between two of these readings another process may have made the database.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var file = connection.DataSource;
        if (Pragma(connection, "user_version") > migrations.Count)
            throw new StoreException($"The archive {file} was written by a newer version of newsbot; update newsbot, or choose another folder with --data.", isTransient: false);
        var id = Pragma(connection, "application_id");
        var foreign = id == 0 ? Pragma(connection, "user_version") > 0 || Pragma(connection, "schema_version") > 0 : id != ApplicationId;
        if (foreign)
            throw new StoreException($"The database {file} belongs to another program; choose another folder with --data.", isTransient: false);
    }

    private static long Pragma(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        Fill(command, $"PRAGMA {name}");
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        Fill(command, sql);
        command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // The schema is a constant of this file; no statement takes outside text.
    private static void Fill(SqliteCommand command, string sql) => command.CommandText = sql;
#pragma warning restore CA2100
}
