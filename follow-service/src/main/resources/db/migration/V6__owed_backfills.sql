-- A follow is a debt until the author's older tweets are in the follower's timeline (ADR 0032): readers pull the author meanwhile. A table
-- of its own and not a column of follows, which has four indexes: nearly always empty, like the outbox.
CREATE TABLE owed_backfills (
    follower_id bigint      NOT NULL,
    followee_id bigint      NOT NULL,
    -- The follow's own: what was brought for an earlier follow of the same edge settles nothing.
    number      bigint      NOT NULL,
    owed_since  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (follower_id, followee_id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- The oldest first: what nobody has brought.
CREATE INDEX owed_backfills_oldest_first ON owed_backfills (owed_since);

-- Whose backfill a Followed event is about. Null: an event of before.
ALTER TABLE follow_outbox ADD COLUMN follow_number bigint;
