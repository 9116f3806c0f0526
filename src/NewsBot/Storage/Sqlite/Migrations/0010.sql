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
