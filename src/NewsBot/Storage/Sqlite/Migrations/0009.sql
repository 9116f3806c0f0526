CREATE TABLE model_usage (
    day INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    PRIMARY KEY (day, person_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE exchanges ADD COLUMN is_written INTEGER NOT NULL DEFAULT 0;
