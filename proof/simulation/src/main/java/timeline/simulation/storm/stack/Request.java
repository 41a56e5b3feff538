package timeline.simulation.storm.stack;

import java.time.Duration;

/**
 * What is asked for, and the processor time that it takes at each stop: ten times that of {@code docs/capacity.md}, so that a tenth of the
 * requests loads the host as much.
 */
public enum Request {
    /** The first page of a home timeline; the timeline-service asks for {@link #FOLLOWING} on the way. */
    TIMELINE("timeline-service", 5_600, 9_300, 7_900, 0.7),
    /** A profile. */
    PROFILE("follow-service", 4_100, 2_500, 1_000, 0.15),
    /** A tweet: the one request that may not be sent twice. */
    POST("tweet-service", 5_000, 6_000, 4_000, 0.15),
    /** Whom somebody follows, which no user asks. */
    FOLLOWING("follow-service", 0, 3_900, 1_200, 0);

    private static final double MICROS_A_SECOND = 1e6;

    private final String service;
    private final long gatewayMicros;
    private final long serviceMicros;
    private final long storeMicros;
    private final double share;

    Request(String service, long gatewayMicros, long serviceMicros, long storeMicros, double share) {
        this.service = service;
        this.gatewayMicros = gatewayMicros;
        this.serviceMicros = serviceMicros;
        this.storeMicros = storeMicros;
        this.share = share;
    }

    /** Who answers it behind the gateway. */
    public String service() {
        return service;
    }

    public boolean isRepeatable() {
        return this != POST;
    }

    Duration atGateway() {
        return Duration.ofNanos(gatewayMicros * 1_000);
    }

    Duration atService() {
        return Duration.ofNanos(serviceMicros * 1_000);
    }

    Duration atStore() {
        return Duration.ofNanos(storeMicros * 1_000);
    }

    private long micros() {
        long own = gatewayMicros + serviceMicros + storeMicros + Server.ENTRY.toNanos() / 1_000;
        return this == TIMELINE ? own + FOLLOWING.micros() : own + Server.ENTRY.toNanos() / 1_000;
    }

    /** What a user asks for, by a random number from 0 to 1. */
    public static Request drawn(double random) {
        double left = random;
        for (Request request : values()) {
            left -= request.share;
            if (left < 0) {
                return request;
            }
        }
        return TIMELINE;
    }

    /** How many requests a second a host can answer that does nothing else. */
    public static double peak(int processors) {
        double micros = 0;
        for (Request request : values()) {
            micros += request.share * request.micros();
        }
        return processors * MICROS_A_SECOND / micros;
    }
}
