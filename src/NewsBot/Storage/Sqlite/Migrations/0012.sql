-- What the service told, in milliseconds: a clock that was wrong then or is wrong now makes no wait longer. Of an older wait only the end is known.
ALTER TABLE holds ADD COLUMN wait INTEGER NOT NULL DEFAULT 60000;
