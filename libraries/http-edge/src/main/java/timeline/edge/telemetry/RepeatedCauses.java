package timeline.edge.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Lets one warning or error a minute through for each cause, and then says how many of it were left out: a driver that lost its server
 * would otherwise fill the log with the same stack trace, once for each attempt. The cause is the logger, the message without its
 * arguments and numbers (ports differ from node to node), the exceptions' classes and where the first one was made. Safe for use by many
 * threads.
 */
public final class RepeatedCauses extends TurboFilter implements AutoCloseable {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_CAUSES = 500;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** Its own lines are never left out. */
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(RepeatedCauses.class);

    private final LongSupplier nanoTime;
    private final Map<Cause, Repetition> causes = new HashMap<>();
    /** Whether anything was left out, so that nobody looks at the clock for nothing: debug calls pass here as well. */
    private volatile boolean owing;
    private volatile long nextReport;

    private record Cause(String logger, String message, List<String> exceptions) {}

    private static final class Repetition {
        private final long since;
        private int leftOut;

        private Repetition(long since) {
            this.since = since;
        }
    }

    private record Report(Cause cause, int leftOut) {}

    /** @param nanoTime a clock that only goes forward, in nanoseconds */
    public RepeatedCauses(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        setName("repeated causes");
    }

    @Override
    public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
            Object @Nullable [] arguments, @Nullable Throwable thrown) {
        // Hundreds of times for each request: all the calls that say nothing, and the questions whether a level is on.
        boolean isOfInterest = level.toInt() >= Level.WARN_INT && format != null
                && level.toInt() >= logger.getEffectiveLevel().toInt();
        if ((!isOfInterest && !owing) || logger.getName().equals(LOG.getName())) {
            return FilterReply.NEUTRAL;
        }
        if (owing && nanoTime.getAsLong() - nextReport >= 0) {
            say(overdue());
        }
        if (!isOfInterest) {
            return FilterReply.NEUTRAL;
        }
        return isFirst(new Cause(logger.getName(), NUMBER.matcher(format).replaceAll("#"),
                exceptions(thrown(arguments, thrown))))
                        ? FilterReply.NEUTRAL
                        : FilterReply.DENY;
    }

    /** Says what is owed, and counts anew. */
    @Override
    public void close() {
        List<Report> all = new ArrayList<>();
        synchronized (causes) {
            causes.forEach((cause, repetition) -> all.add(new Report(cause, repetition.leftOut)));
            causes.clear();
            owing = false;
        }
        say(all);
    }

    private boolean isFirst(Cause cause) {
        long now = nanoTime.getAsLong();
        List<Report> due = List.of();
        synchronized (causes) {
            Repetition before = causes.get(cause);
            if (before != null && now - before.since < MINUTE.toNanos()) {
                before.leftOut++;
                if (!owing) {
                    nextReport = before.since + MINUTE.toNanos();
                    owing = true;
                }
                return false;
            }
            if (before != null || causes.size() >= MOST_CAUSES) {
                due = forgetOverdue(now);
            }
            // With so many different causes within a minute nothing is repeated for certain: all are let through.
            if (causes.size() < MOST_CAUSES) {
                causes.put(cause, new Repetition(now));
            }
        }
        say(due);
        return true;
    }

    private List<Report> overdue() {
        synchronized (causes) {
            return forgetOverdue(nanoTime.getAsLong());
        }
    }

    /** Under the lock. */
    private List<Report> forgetOverdue(long now) {
        List<Report> due = new ArrayList<>();
        boolean more = false;
        long next = now + MINUTE.toNanos();
        for (var causeOf = causes.entrySet().iterator(); causeOf.hasNext();) {
            var entry = causeOf.next();
            Repetition repetition = entry.getValue();
            if (now - repetition.since >= MINUTE.toNanos()) {
                due.add(new Report(entry.getKey(), repetition.leftOut));
                causeOf.remove();
            } else if (repetition.leftOut > 0) {
                more = true;
                next = Math.min(next, repetition.since + MINUTE.toNanos());
            }
        }
        nextReport = next;
        owing = more;
        return due;
    }

    private static void say(List<Report> reports) {
        for (Report report : reports) {
            if (report.leftOut() > 0) {
                LOG.warn("{} more like this of {} were left out: {} {}", report.leftOut(), report.cause().logger(),
                        report.cause().message(), String.join(" ", report.cause().exceptions()));
            }
        }
    }

    /** An exception may also stand as the last argument. */
    private static @Nullable Throwable thrown(Object @Nullable [] arguments, @Nullable Throwable thrown) {
        return thrown == null && arguments != null && arguments.length > 0
                && arguments[arguments.length - 1] instanceof Throwable last ? last : thrown;
    }

    /** The classes from the outermost to the root, and where the outermost was made. */
    private static List<String> exceptions(@Nullable Throwable thrown) {
        List<String> classes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && classes.size() < 8; cause = cause.getCause()) {
            classes.add(cause.getClass().getName());
        }
        if (thrown != null && thrown.getStackTrace().length > 0) {
            classes.add("at " + thrown.getStackTrace()[0]);
        }
        return List.copyOf(classes);
    }
}
