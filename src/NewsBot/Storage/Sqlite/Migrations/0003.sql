CREATE TABLE archive (
    id BLOB NOT NULL
) STRICT;
INSERT INTO archive (id) VALUES (randomblob(16));
