-- Numbers follows in the order in which they were made, give or take concurrent ones: the order of the public lists.
CREATE SEQUENCE follow_numbers CACHE 1;

-- The edges. The primary key leads from a reader to the accounts they follow.
CREATE TABLE follows (
    follower_id bigint NOT NULL,
    followee_id bigint NOT NULL CHECK (followee_id <> follower_id),
    number      bigint NOT NULL DEFAULT nextval('follow_numbers'),
    PRIMARY KEY (follower_id, followee_id)
);

-- From an author to the followers, by the followers' ids: the pages of the fan-out.
CREATE UNIQUE INDEX follows_by_followee ON follows (followee_id, follower_id);

-- Both public lists, newest first, answered by the index alone.
CREATE INDEX followers_newest_first ON follows (followee_id, number DESC) INCLUDE (follower_id);
CREATE INDEX following_newest_first ON follows (follower_id, number DESC) INCLUDE (followee_id);

-- How many followers a user has: the sum of up to 16 rows. A follow updates one of them, chosen by the follower, so the follows of
-- a popular account do not wait for each other's commit.
CREATE TABLE follower_counts (
    user_id   bigint   NOT NULL,
    shard     smallint NOT NULL CHECK (shard BETWEEN 0 AND 15),
    followers bigint   NOT NULL CHECK (followers >= 0),
    PRIMARY KEY (user_id, shard)
) WITH (fillfactor = 50); -- A hot row is rewritten on its own page for as long as there is room.
