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
    record LeaveForReadTime(boolean entered) implements FanoutPlan {}

    /** The author has become small again: push, also what was left meanwhile, and take the author out of the pull set. */
    record LeaveCelebrityMode() implements FanoutPlan {}
}
