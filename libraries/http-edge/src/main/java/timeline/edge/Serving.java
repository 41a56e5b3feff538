package timeline.edge;

/**
 * How an instance tells its callers whether it takes requests: it is asked at {@link #PATH}, without a token, and says why it refuses in
 * the header {@link #REFUSED} of a 503. That is not readiness, which asks the stores as well: an outage of one of them is no reason to
 * turn away from all instances at once (ADR 0023).
 */
public final class Serving {
    /** Answered with 200, or with 503 and {@link #REFUSED}. */
    public static final String PATH = "/internal/v1/serving";
    /** Present on a 503 whose request was certainly not begun, so that even a POST may go to another instance. */
    public static final String REFUSED = "Timeline-Refused";
    /** It will take requests soon. */
    public static final String STARTING = "starting";
    /** It is about to stop. */
    public static final String LEAVING = "leaving";
    /** It has more to do than it can. */
    public static final String OVERLOADED = "overloaded";

    /** Where an instance is in its life. */
    private enum Stage {
        STARTING, SERVING, LEAVING
    }

    private volatile Stage stage = Stage.STARTING;

    /** From now on it takes requests. */
    public void begin() {
        stage = Stage.SERVING;
    }

    /** From now on requests should go elsewhere. */
    public void leave() {
        stage = Stage.LEAVING;
    }

    public boolean isStarting() {
        return stage == Stage.STARTING;
    }

    public boolean isLeaving() {
        return stage == Stage.LEAVING;
    }
}
