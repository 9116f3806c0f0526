-- updates that quote a person who was forgotten
ALTER TABLE updates ADD COLUMN quotes_forgotten boolean NOT NULL DEFAULT false;
CREATE INDEX updates_open_by_quoted ON updates (quoted_id) WHERE ended_at IS NULL;
