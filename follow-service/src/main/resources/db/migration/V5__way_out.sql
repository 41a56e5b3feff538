-- An author's way out of the pull set takes a while (ADR 0004): every tweet is pushed again, and readers pull only what is older than
-- pulled_until. Null: not leaving. Authors who were leaving when this came begin again with their next tweet.
ALTER TABLE pulled_authors ADD COLUMN pulled_until bigint CHECK (pulled_until > 0);
ALTER TABLE pulled_authors DROP COLUMN leaving;

-- The epoch of the followee's way out during which the follow was made: this follower does not pull, not even the last stretch, since
-- what they saw by pulling would be gone at the removal until the backfill of the follow has brought it.
ALTER TABLE follows ADD COLUMN made_while_leaving bigint;
