package timeline.tweetstore;

/**
 * How much of a tweet a store holds. A change takes several rows, and one that was not confirmed may be there in part: the store finishes
 * it by itself, up to a minute later. Until then one reader sees the tweet and another does not.
 */
public enum Presence {
    /** Nobody sees the tweet, in whichever way they look, and nobody ever did. What was begun may still come. */
    ABSENT,
    /** Some ways of looking find the tweet, or find it deleted, and others not yet. */
    PARTIAL,
    /** Whoever looks, in whichever way, finds the tweet; or whoever looks finds it deleted. */
    COMPLETE
}
