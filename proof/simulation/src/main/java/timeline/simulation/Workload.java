package timeline.simulation;

import com.google.errorprone.annotations.Immutable;
import java.util.Locale;
import java.util.SplittableRandom;
import timeline.home.ReadLimits;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.simulation.world.Shape;

/** What the users of a world are up to. Each is made to bring about one kind of trouble often. */
enum Workload {
    /** Some authors, many followers: what was posted has to reach everybody. */
    BROADCAST(new Mix(30, 3, 3, 2, 30, 8, 0), 7, 1_000, 0.5),
    /** Everybody posts and reads at once, on two devices: what one has written, one sees. */
    READ_YOUR_WRITES(new Mix(40, 5, 0, 0, 45, 5, 5), 4, 1_000, 0.7),
    /** Follow, unfollow, follow again, while the followed post. */
    CHURN(new Mix(25, 3, 20, 20, 20, 8, 0), 6, 1_000, 0.3),
    /** Authors with about as many followers as the threshold, who cross it both ways. */
    CELEBRITY(new Mix(28, 2, 16, 16, 26, 8, 0), 8, 4, 0.4),
    /** Long scrolls across the floor, under writes and deletes. */
    SCROLL(new Mix(40, 12, 2, 2, 10, 30, 0), 5, 1_000, 0.8),
    /** Clients that repeat every post whose answer they did not get, and some whose answer they got. */
    RETRIES(new Mix(10, 4, 2, 2, 20, 6, 40), 5, 1_000, 0.6),
    /** Readers who come back to timelines that are not cached, while everybody posts. */
    COLD_START(new Mix(30, 4, 6, 4, 25, 15, 0), 6, 1_000, 0.6),
    /** A little of everything; few post much, most read. */
    MIXED(new Mix(20, 4, 8, 6, 36, 10, 6), 8, 5, 0.4);

    /** How often what is done, in relation to each other. */
    @Immutable
    record Mix(int post, int delete, int follow, int unfollow, int head, int scroll, int retry) {
        int sum() {
            return post + delete + follow + unfollow + head + scroll + retry;
        }
    }

    private static final long ENDLESS = 1_000;
    private static final int MORE_THAN_TWENTY = 24;

    private final Mix mix;
    private final int users;
    private final long threshold;
    private final double density;

    /**
     * @param users how many
     * @param threshold followers of a celebrity
     * @param density which share of all possible follows there is at the beginning
     */
    Workload(Mix mix, int users, long threshold, double density) {
        this.mix = mix;
        this.users = users;
        this.threshold = threshold;
        this.density = density;
    }

    Mix mix() {
        return mix;
    }

    /** How many devices each user has. */
    int devices() {
        return this == READ_YOUR_WRITES || this == RETRIES ? 2 : 1;
    }

    /**
     * How likely it is that a user goes away for so long that an author who was on the way out of the pull set can be out, and comes
     * back together with others.
     */
    double away() {
        return threshold < ENDLESS ? 0.15 : 0;
    }

    /** How likely it is that the cache drops a reader's timeline when it is asked for, before the answer or in the midst of it. */
    double cold() {
        return this == COLD_START ? 0.7 : 0;
    }

    double density() {
        return density;
    }

    /**
     * The world for it: small, so that floors and thresholds are crossed all the time. Now and then one with a threshold of twenty
     * followers and more users than that; and, to scroll in, one with timelines as long as the real ones.
     */
    Shape shape(SplittableRandom random) {
        boolean twenty = threshold < ENDLESS && random.nextInt(16) == 0;
        boolean long800 = this == SCROLL && random.nextInt(32) == 0;
        int capacity = 3 + random.nextInt(8);
        int past = this == SCROLL ? random.nextInt(12) : this == CHURN ? random.nextInt(4) : 0;
        return new Shape(twenty ? MORE_THAN_TWENTY : users, twenty ? 20 : threshold,
                long800 ? HomeTimelineReader.CAPACITY : capacity,
                long800 ? HomeTimelineWriter.OVERFULL - HomeTimelineReader.CAPACITY : random.nextInt(4),
                1 + random.nextInt(4), long800 ? HomeTimelineReader.CAPACITY + 50 : past, long800 ? 100 : 4,
                long800 ? ReadLimits.DEFAULT.rebuiltEntries() : 1 + random.nextInt(capacity));
    }

    /** The workload of a seed that is not told which. */
    static Workload of(long seed) {
        return values()[Math.floorMod(seed, values().length)];
    }

    /** As on the command line: {@code read-your-writes}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
