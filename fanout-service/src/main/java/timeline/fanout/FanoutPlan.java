package timeline.fanout;

/** What the fan-out does with a tweet. */
public sealed interface FanoutPlan {
    /** Fan-out on write: into every follower's timeline. */
    record PushToFollowers() implements FanoutPlan {}

    /**
     * Fan-out on read: the readers fetch it.
     *
     * @param entered whether the pull set already says so for this tweet; else it has to be told first
     */
    record PullAtReadTime(boolean entered) implements FanoutPlan {}

    /** The author has become small again: push from now on, and tell the readers to what point they have to go on pulling. */
    record BeginWayOut() implements FanoutPlan {}

    /** The author has been on the way out for long enough: push, also what was left before, and take the author out of the pull set. */
    record EndWayOut(PulledAuthor author) implements FanoutPlan {}
}
