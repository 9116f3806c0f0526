-- counts of each day
CREATE TABLE counts (
    day integer NOT NULL,
    name text NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (day, name)
);
