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
