package timeline.drill.report;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import timeline.drill.crowd.Ledger.Request;
import timeline.history.Freshness;
import timeline.history.History;

/** For how long users noticed something after a disturbance was over. */
public final class Aftermath {
    /** What is later than on a healthy day (G3). */
    private static final Duration LATE = Duration.ofSeconds(3);

    private Aftermath() {
    }

    /**
     * From the moment in which it was over and mended, until the last request had ended that failed or was answered with a flag, or the last read
     * had begun that lacked a tweet for more than 3 s; zero when nobody noticed anything.
     */
    public static Duration of(Course course, List<Request> requests, History history) {
        long over = course.overNanos();
        LongStream bad = requests.stream().filter(Aftermath::isNoticed).mapToLong(Request::endedNanos);
        LongStream late = new Freshness(history).afterTweets().stream()
                .filter(wait -> wait.missing().compareTo(LATE) > 0).mapToLong(wait -> wait.untilNanos());
        return Duration.ofNanos(LongStream.concat(bad, late).map(moment -> moment - over).max().stream()
                .map(noticed -> Math.max(0, noticed)).findFirst().orElse(0));
    }

    /** Whether nobody has noticed anything since the given moment, as far as requests tell. */
    public static boolean isQuietSince(long nanos, List<Request> requests) {
        return requests.stream().noneMatch(request -> request.endedNanos() - nanos >= 0 && isNoticed(request));
    }

    private static boolean isNoticed(Request request) {
        return request.hasFailed() || request.isFlagged();
    }
}
