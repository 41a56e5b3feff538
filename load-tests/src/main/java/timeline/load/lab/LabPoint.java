package timeline.load.lab;

/**
 * What one threshold cost.
 *
 * @param threshold authors with at least this many followers are pulled; {@link Long#MAX_VALUE} when nobody is
 * @param posts tweets posted
 * @param deliveries (tweet, cached timeline) pairs that were pushed
 * @param freshnessP99Millis from the acknowledgement of a post until one of its followers saw it, as that follower experienced it
 * @param timelineP50Millis first page of the home timeline, as readers experienced it
 * @param cacheBytes data in the cache's primaries at the end
 * @param writerCpuSeconds processor time of the fan-out and the social graph, which serve the writers
 * @param readerCpuSeconds processor time of the timeline-service and the tweet database, which serve the readers
 */
public record LabPoint(long threshold, long posts, long deliveries, double freshnessP50Millis,
        double freshnessP99Millis,
        long reads, double timelineP50Millis, double timelineP99Millis, long cacheBytes, double writerCpuSeconds,
        double readerCpuSeconds) {
    /** Pushes for each post: the price of fan-out on write. */
    public double writeAmplification() {
        return posts == 0 ? 0 : (double) deliveries / posts;
    }

    /** The threshold as people write it. */
    public String thresholdText() {
        return text(threshold);
    }

    static String text(long threshold) {
        return threshold == Long.MAX_VALUE ? "inf" : Long.toString(threshold);
    }
}
