package timeline.home.bodies;

import timeline.id.TweetId;

/** What a kept body is held against before it is shown. */
public interface LatelyDeleted {
    /** Whether every deletion that was acknowledged until a moment ago is known: so short ago that G8 lets it be shown. */
    boolean isCurrent();

    /** Whether it is certain that a tweet is gone for good, so that nobody need look it up. */
    boolean isGone(TweetId tweet);

    /**
     * Whether a body must not be shown any more, nor be kept.
     *
     * @param lookedUpAtNanos when its look-up began, by the process's monotonic clock
     */
    boolean rulesOut(TweetId tweet, long lookedUpAtNanos);
}
