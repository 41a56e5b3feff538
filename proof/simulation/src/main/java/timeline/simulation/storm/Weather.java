package timeline.simulation.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What befalls a seed.
 *
 * @param calm the load, as a share of what the host can do, but for the spike
 * @param excess the load in the spike, as a multiple of what the host can do; zero when there is none
 */
record Weather(double calm, int excess, List<Trouble> troubles) {
    static final Duration SPIKE_FROM = Duration.ofSeconds(10);
    static final Duration SPIKE_UNTIL = Duration.ofSeconds(18);

    /** What may go wrong. */
    enum Kind {
        /** All code has to be compiled again. */
        COLD_CODE,
        /** A process dies, and is started again. */
        KILL,
        /** Both instances of a service die at once, and are started again. */
        SERVICE_KILLED,
        /** An instance of a service stands still. */
        FREEZE,
        /** A store takes its time. */
        SLOW_STORE,
        /** A store says nothing. */
        FROZEN_STORE,
        /** The gateways stand still, for moments. */
        LATE_CALLERS
    }

    /** Something that goes wrong at some time, for some time. */
    record Trouble(Kind kind, Duration at, Duration lasts) {
        Duration until() {
            return at.plus(lasts);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s from %.1f to %.1f s", label(kind),
                    at.toMillis() / 1e3, until().toMillis() / 1e3);
        }
    }

    static Weather of(SplittableRandom random) {
        int excess = switch (random.nextInt(4)) {
            case 0 -> 3;
            case 1 -> 10;
            default -> 0;
        };
        int troubles = excess > 0 ? random.nextInt(2) : 1 + random.nextInt(3) / 2;
        List<Trouble> all = new ArrayList<>();
        while (all.size() < troubles) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            all.add(new Trouble(kind, Duration.ofMillis(random.nextLong(4_000, 14_000)),
                    Duration.ofMillis(isDeath(kind) ? random.nextLong(500, 3_000) : random.nextLong(2_000, 6_000))));
        }
        return new Weather(0.3 + 0.2 * random.nextDouble(), excess, List.copyOf(all));
    }

    boolean isOnly(Kind kind) {
        return excess == 0 && !troubles.isEmpty() && troubles.stream().allMatch(trouble -> trouble.kind() == kind);
    }

    /** One instance and nothing else. */
    boolean isOneOfTwoGone() {
        return troubles.size() == 1 && (isOnly(Kind.KILL) || isOnly(Kind.FREEZE));
    }

    boolean has(Kind kind) {
        return troubles.stream().anyMatch(trouble -> trouble.kind() == kind);
    }

    /** What of everything that may happen happens. */
    List<String> kinds() {
        List<String> kinds = new ArrayList<>(troubles.stream().map(trouble -> label(trouble.kind())).toList());
        if (excess > 0) {
            kinds.add(spike(excess));
        }
        return kinds;
    }

    /** Everything that may happen. */
    static List<String> allKinds() {
        return Stream.concat(Stream.of(Kind.values()).map(Weather::label), Stream.of(3, 10).map(Weather::spike))
                .toList();
    }

    private static String spike(int excess) {
        return "spike of " + excess + "x";
    }

    private static boolean isDeath(Kind kind) {
        return kind == Kind.KILL || kind == Kind.SERVICE_KILLED;
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The load at some time, as a multiple of what the host can do. */
    double load(Duration now) {
        boolean spike = excess > 0 && now.compareTo(SPIKE_FROM) >= 0 && now.compareTo(SPIKE_UNTIL) < 0;
        return spike ? excess : calm;
    }

    @Override
    public String toString() {
        String load = String.format(Locale.ROOT, "%.0f %% of the peak%s", 100 * calm,
                excess > 0 ? ", " + excess + "x from 10 to 18 s" : "");
        return troubles.stream().map(trouble -> ", " + trouble).collect(Collectors.joining("", load, ""));
    }
}
