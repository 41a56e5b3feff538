package timeline.simulation.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import timeline.event.TweetEvent;
import timeline.id.TweetId;
import timeline.simulation.engine.Scheduler;
import timeline.tweetstore.InMemoryTweets.Batch;
import timeline.tweetstore.InMemoryTweets.Part;

/** The batches that are there in part. As Cassandra does, it finishes each, whoever began it and died: within about a minute. */
public final class Batchlog {
    /** From a millisecond to half a minute, and twice as long at most: each power of two as likely as another. */
    private static final int LONGEST_POWER = 15;

    /** @param missing rows that are yet to come */
    private record Torn(TweetEvent event, Map<Part, Runnable> missing) {}

    private final Scheduler scheduler;
    private final List<Torn> unfinished = new ArrayList<>();

    public Batchlog(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Writes one row at least, and leaves out one at least. */
    void tear(Batch batch) {
        SplittableRandom random = scheduler.random();
        Part[] parts = batch.rows().keySet().toArray(Part[]::new);
        Torn torn = new Torn(batch.owed().event(), new EnumMap<>(batch.rows()));
        unfinished.add(torn);
        int early = random.nextInt(parts.length);
        int late = (early + 1 + random.nextInt(parts.length - 1)) % parts.length;
        for (int part = 0; part < parts.length; part++) {
            if (part == early || (part != late && random.nextBoolean())) {
                write(torn, parts[part]);
            } else {
                writeLater(torn, parts[part]);
            }
        }
    }

    /** Whether a batch that owes this event is there in part. */
    public boolean isFinishing(TweetEvent event) {
        return unfinished.stream().anyMatch(torn -> torn.event().equals(event));
    }

    /** Whether a batch that posts or deletes this tweet is there in part. */
    public boolean isFinishing(TweetId tweet) {
        return unfinished.stream().anyMatch(torn -> torn.event().tweet().equals(tweet));
    }

    /** Finishes every batch now. */
    public void finish() {
        for (Torn torn : List.copyOf(unfinished)) {
            List.copyOf(torn.missing().keySet()).forEach(part -> write(torn, part));
        }
    }

    private void writeLater(Torn torn, Part part) {
        SplittableRandom random = scheduler.random();
        Duration longest = Duration.ofMillis(2L << random.nextInt(LONGEST_POWER + 1));
        Duration delay = Duration.ofNanos(random.nextLong(longest.toNanos() / 2, longest.toNanos()));
        scheduler.outside().spawn("batchlog", () -> {
            scheduler.pause(delay);
            write(torn, part);
        });
    }

    private void write(Torn torn, Part part) {
        Runnable row = torn.missing().remove(part);
        if (row != null) {
            row.run();
        }
        if (torn.missing().isEmpty()) {
            unfinished.remove(torn);
        }
    }
}
