package timeline.tweet.cassandra;

import timeline.tweetstore.cassandra.Schema;

/** The tables that the tweet-service owns: the tweets, which others read, and its own. */
public final class WritePathSchema {
    private final Schema schema;
    private volatile boolean applied;

    public WritePathSchema(Schema schema) {
        this.schema = schema;
    }

    /** @throws timeline.tweetstore.TweetsUnavailableException when Cassandra did not confirm; to be tried again */
    public void apply() {
        schema.applyTweets();
        schema.apply(WritePathSchema.class, "write-path.cql");
        applied = true;
    }

    public boolean isApplied() {
        return applied;
    }
}
