-- Follow events, committed with their change and deleted when the broker has them: nearly always empty.
CREATE TABLE follow_outbox (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    follower_id bigint      NOT NULL,
    followee_id bigint      NOT NULL,
    followed    boolean     NOT NULL, -- false: unfollowed
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Until then somebody is publishing the event: first the instance that committed it, then the relay that claimed it.
    due_at      timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000); -- Rows live for milliseconds: vacuum by number, not by share.
