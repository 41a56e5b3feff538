package timeline.traffic;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of asking an instance: what it says of the instance, and whether another one may be asked. */
public enum Outcome {
    /** An answer that is none of the instance's troubles. */
    ANSWERED(Evidence.SERVES, Next.END),
    /** A good answer, and the word that it was the last one here. */
    ANSWERED_IN_LEAVING(Evidence.LEAVES, Next.END),
    /** An error of whatever kind: on errors any server may close its connections, and most errors are the request's. */
    ANSWERED_BY_ERROR(Evidence.ALIVE, Next.END),
    /** It can't, because of something that it needs itself. */
    UNAVAILABLE(Evidence.ALIVE, Next.REPEAT_THE_HARMLESS),
    /** It does not take requests yet, and has not begun. */
    STARTING(Evidence.UNREACHABLE, Next.GO_ON),
    /** It does not take requests any more, and has not begun. */
    LEAVING(Evidence.LEAVES, Next.GO_ON),
    /** It has not begun because of what it is itself. */
    NOT_BEGUN(Evidence.ALIVE, Next.GO_ON),
    /** It has more to do than it can, and has not begun: the whole service may be so, and nobody asks twice for free. */
    OVERLOADED(Evidence.ALIVE, Next.REPEAT),
    /** No connection, which is certain. */
    CONNECTION_REFUSED(Evidence.UNREACHABLE, Next.GO_ON),
    /** No connection in time, which may be the caller's own lateness. */
    NOT_CONNECTED_IN_TIME(Evidence.UNREACHABLE, Next.GO_ON),
    /** It was asked, perhaps, and nothing came. That says nothing of it: the load, a store or the caller may be the reason. */
    NO_ANSWER(null, Next.REPEAT_THE_HARMLESS);

    /** What may follow. */
    enum Next {
        /** Another instance: this one has not begun. */
        GO_ON,
        /** Another instance, if there is a repetition left. */
        REPEAT,
        /** The same, but only for what may be done twice. */
        REPEAT_THE_HARMLESS,
        /** Nothing. */
        END
    }

    private final @Nullable Evidence evidence;
    private final Next next;

    Outcome(@Nullable Evidence evidence, Next next) {
        this.evidence = evidence;
        this.next = next;
    }

    /** What it says of the instance, if anything. */
    public Optional<Evidence> evidence() {
        return Optional.ofNullable(evidence);
    }

    Next next() {
        return next;
    }
}
