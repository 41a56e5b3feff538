-- The authors whose tweets are not, or not all, pushed to followers: readers pull them.
CREATE TABLE pulled_authors (
    author_id   bigint  PRIMARY KEY,
    -- No tweet before this one was left to the readers: so far back the author's tweets are pushed before the author is removed.
    pulled_from bigint  NOT NULL CHECK (pulled_from > 0),
    -- Pushed again, still pulled: on the way out.
    leaving     boolean NOT NULL,
    -- The epoch of the author's last change: removing compares it, so that whoever entered meanwhile stays.
    epoch       bigint  NOT NULL
);

-- The number of changes of the set, in its only row. Each change takes this row first, which puts the changes in order, and commits
-- the new number with the change: equal numbers mean an equal set.
CREATE TABLE pull_set (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch    bigint  NOT NULL
);
-- Begins at the time of creation: a reader that outlived the database before this one must not find its old number valid again.
INSERT INTO pull_set (epoch) VALUES ((extract(epoch FROM clock_timestamp()) * 1000)::bigint);

-- From how many followers on an author is pulled, in its only row. Empty until the first service starts with its configured value.
CREATE TABLE push_threshold (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    followers bigint  NOT NULL CHECK (followers >= 0)
);
