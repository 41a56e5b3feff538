-- The registered users. Rows are never deleted, so nothing refers to them by a foreign key: its check would lock the followee's
-- row in each follow, and make the row of a popular account the hottest of the database.
CREATE TABLE users (
    user_id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username          text        NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9_]{1,15}$'),
    created_at        timestamptz NOT NULL,
    -- Whom the user follows: on the user's own row, because only the user's own requests change it. Locking this row is what keeps
    -- the limit of 5,000 exact.
    following_count   integer     NOT NULL DEFAULT 0 CHECK (following_count BETWEEN 0 AND 5000),
    -- Counts the user's follows and unfollows. Half of the version by which a reader knows that nothing has changed.
    following_version bigint      NOT NULL DEFAULT 0
) WITH (fillfactor = 80); -- Room for the next version of a row on its own page: the counts change, no index does.
