CREATE INDEX revisions_by_time ON revisions (published_at) WHERE published_at IS NOT NULL;
CREATE INDEX revisions_by_source ON revisions (source, article_key, published_at) WHERE source IS NOT NULL;
