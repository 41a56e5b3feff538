package timeline.load.generator;

/**
 * What is to be known of an answer.
 *
 * @param problem the last part of the problem's type, {@code overloaded}; empty when it is no problem of ours
 * @param saysWhen whether it tells when to come back ({@code Retry-After})
 * @param closes whether the connection ends with it
 */
public record Answer(int status, String problem, boolean saysWhen, boolean closes) {
    private static final int UNAVAILABLE = 503;
    private static final int TIMEOUT = 504;

    boolean isGood() {
        return status / 100 == 2;
    }

    boolean isRefusal() {
        return status == UNAVAILABLE;
    }

    /** Not even begun, for want of capacity. */
    boolean isOverloaded() {
        return isRefusal() && problem.equals("overloaded");
    }

    /** An error of the server that is none of those that the API knows for bad times, or that does not say what it is. */
    boolean isUnexplained() {
        return status >= 500 && (problem.isEmpty() || !saysWhen || !(isRefusal() || status == TIMEOUT));
    }
}
