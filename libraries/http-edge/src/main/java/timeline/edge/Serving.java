package timeline.edge;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

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

    /** It stood still, and what is asked may have been given up and revoked long ago. */
    public static final String LATE = "late";
    /** Carries {@link #pass()} on the calls that an instance makes to itself while it takes no others. */
    public static final String PASS = "Timeline-Warm-Up";

    /** Where an instance is in its life. */
    private enum Stage {
        STARTING, SERVING, LEAVING
    }

    private final String pass = new BigInteger(128, new SecureRandom()).toString(36);
    private volatile Stage stage = Stage.STARTING;

    /** Known to nobody outside of this process. */
    public String pass() {
        return pass;
    }

    /** Whether a request is to be refused, because this instance takes none but its own yet. */
    public boolean refuses(@Nullable String shownPass) {
        return stage == Stage.STARTING && (shownPass == null || !MessageDigest.isEqual(
                pass.getBytes(StandardCharsets.UTF_8), shownPass.getBytes(StandardCharsets.UTF_8)));
    }

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
