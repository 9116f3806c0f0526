-- leases of processes that share the database
-- Who lives, and what all leave alone, is told by the clock of the database.
CREATE TABLE processes (
    owner text COLLATE "C" PRIMARY KEY,
    takes_slots boolean NOT NULL,
    until timestamptz NOT NULL
);

-- Without an owner, or when its owner does not live, a lease is free. Each change of hands adds 1 to its fence.
CREATE TABLE leases (
    name text COLLATE "C" PRIMARY KEY,
    slot smallint UNIQUE,
    owner text COLLATE "C",
    fence bigint NOT NULL DEFAULT 0
);
INSERT INTO leases (name, slot) SELECT 'slot:' || slot, slot FROM generate_series(0, 63) AS slot;

CREATE TABLE shared_waits (
    name text COLLATE "C" PRIMARY KEY,
    until timestamptz NOT NULL
);
