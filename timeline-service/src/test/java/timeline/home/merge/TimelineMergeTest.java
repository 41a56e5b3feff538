package timeline.home.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import timeline.home.merge.SourceUnavailableException.Reason;
import timeline.home.merge.TimelineMerge.Lane;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

class TimelineMergeTest {
    private static final UserId SOMEBODY = new UserId(1);
    private static final int SEEDS = 5_000;

    @Test
    void equalsTheSortedUnionWhateverTheWindows() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Sources sources = new Sources(random, 0);
            TimelineMerge<Integer> merge = sources.merge();

            List<TweetId> taken = new ArrayList<>();
            int wanted;
            List<TimelineItem> items;
            do {
                wanted = 1 + random.nextInt(30);
                items = merge.take(wanted);
                items.forEach(item -> taken.add(item.id()));
            } while (items.size() == wanted);

            assertThat(taken).as("seed %d", seed).isEqualTo(sources.union(sources.all.keySet()));
            assertThat(merge.isExhausted()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void neverPassesTheHorizonOfAFailedSourceUnlessToldTo() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Sources sources = new Sources(random, 20);
            TimelineMerge<Integer> merge = sources.merge();
            List<TweetId> union = sources.union(sources.all.keySet());

            List<TweetId> taken = new ArrayList<>();
            int leftOut = 0;
            while (!merge.isExhausted()) {
                List<TimelineItem> items = merge.take(1 + random.nextInt(30));
                items.forEach(item -> taken.add(item.id()));
                if (leftOut == 0) {
                    assertThat(taken).as("seed %d", seed).isEqualTo(union.subList(0, taken.size()));
                }
                if (items.isEmpty()) {
                    leftOut += merge.leaveOutFailed().size();
                }
            }

            List<Integer> whole = new ArrayList<>(sources.all.keySet());
            whole.removeAll(sources.failed);
            assertThat(leftOut).as("seed %d", seed).isEqualTo(sources.failed.size());
            assertThat(taken).as("seed %d", seed).doesNotHaveDuplicates()
                    .isSortedAccordingTo(Comparator.reverseOrder()).containsAll(sources.union(whole));
        }
    }

    @Test
    void keepsTheBodyFromWhicheverSourceHadIt() {
        TimelineItem bare = new TimelineItem(new TweetId(7), SOMEBODY, null);
        TimelineItem whole = TimelineItem.of(new Tweet(new TweetId(7), SOMEBODY, "a", "text", List.of()));
        for (List<TimelineItem> order : List.of(List.of(bare, whole), List.of(whole, bare))) {
            Map<Integer, Window> windows = Map.of(0, Window.last(order.subList(0, 1)), 1,
                    Window.last(order.subList(1, 2)));
            TimelineMerge<Integer> merge = new TimelineMerge<>(List.of(0, 1), TweetId.LATEST,
                    (lanes, wanted) -> windows);

            assertThat(merge.take(2)).containsExactly(whole);
        }
    }

    @Test
    void readsOnOnlyTheSourcesThatBoundTheHorizon() {
        List<Integer> read = new ArrayList<>();
        // Source 0 gives 100, 99, 98, ... one by one; source 1 gives 50, which is of no interest, and is left alone.
        TimelineMerge<Integer> merge = new TimelineMerge<>(List.of(0, 1), TweetId.LATEST, (lanes, wanted) -> {
            Map<Integer, Window> windows = new HashMap<>();
            for (Lane<Integer> lane : lanes) {
                read.add(lane.source());
                long id = lane.source() == 1 ? 50 : lane.windows() == 0 ? 100 : lane.horizon().value() - 1;
                windows.put(lane.source(), new Window(List.of(item(id)), new TweetId(id)));
            }
            return windows;
        });

        assertThat(merge.take(1)).hasSize(1);
        assertThat(merge.take(1)).hasSize(1);
        assertThat(merge.take(1)).extracting(item -> item.id().value()).containsExactly(98L);
        assertThat(read).containsExactly(0, 1, 0, 0);
    }

    @Test
    void refusesAWindowThatDoesNotAdvance() {
        TimelineMerge<Integer> merge = new TimelineMerge<>(List.of(0), new TweetId(10),
                (lanes, wanted) -> Map.of(0, new Window(List.of(), new TweetId(10))));

        assertThatThrownBy(() -> merge.take(1)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not advance");
    }

    @Test
    void givesWhatItHasBeforeItThrows() {
        TimelineMerge<Integer> merge = new TimelineMerge<>(List.of(0), TweetId.LATEST, (lanes, wanted) -> {
            if (lanes.getFirst().windows() > 0) {
                throw new SourceUnavailableException(Reason.TOO_SLOW, null);
            }
            return Map.of(0, new Window(List.of(item(9), item(8)), new TweetId(8)));
        });

        assertThat(merge.take(5)).hasSize(2);
        assertThatThrownBy(() -> merge.take(5)).isInstanceOf(SourceUnavailableException.class);
    }

    @Test
    void hasNothingToSayWithoutSources() {
        TimelineMerge<Integer> merge = new TimelineMerge<>(List.of(), TweetId.LATEST, (lanes, wanted) -> Map.of());

        assertThat(merge.take(5)).isEmpty();
        assertThat(merge.isExhausted()).isTrue();
    }

    private static TimelineItem item(long id) {
        return new TimelineItem(new TweetId(id), SOMEBODY, null);
    }

    /** Random sources, overlapping, some of which fail at random. */
    private static final class Sources {
        final Map<Integer, NavigableSet<Long>> all = new HashMap<>();
        final List<Integer> failed = new ArrayList<>();
        private final SplittableRandom random;
        private final int failingPercent;

        Sources(SplittableRandom random, int failingPercent) {
            this.random = random;
            this.failingPercent = failingPercent;
            int sources = random.nextInt(6);
            for (int source = 0; source < sources; source++) {
                TreeSet<Long> ids = new TreeSet<>();
                int size = random.nextInt(60);
                int range = 1 + random.nextInt(200);
                for (int i = 0; i < size; i++) {
                    ids.add(1L + random.nextInt(range));
                }
                all.put(source, ids);
            }
        }

        TimelineMerge<Integer> merge() {
            return new TimelineMerge<>(all.keySet(), TweetId.LATEST, (lanes, wanted) -> feed(lanes));
        }

        List<TweetId> union(Collection<Integer> sources) {
            TreeSet<Long> union = new TreeSet<>(Comparator.reverseOrder());
            sources.forEach(source -> union.addAll(of(source)));
            return union.stream().map(TweetId::new).toList();
        }

        private NavigableSet<Long> of(int source) {
            return Objects.requireNonNull(all.get(source));
        }

        private Map<Integer, Window> feed(List<Lane<Integer>> lanes) {
            Map<Integer, Window> windows = new HashMap<>();
            for (Lane<Integer> lane : lanes) {
                if (random.nextInt(100) < failingPercent) {
                    failed.add(lane.source());
                } else {
                    windows.put(lane.source(), window(lane));
                }
            }
            return windows;
        }

        /** A random number of items, or a random stretch of the number line, which may be empty. */
        private Window window(Lane<Integer> lane) {
            List<TimelineItem> items = new ArrayList<>();
            long before = lane.horizon().value();
            if (random.nextInt(4) == 0 && lane.windows() > 0 && before > 2) {
                long horizon = 1 + random.nextLong(before - 1);
                of(lane.source()).subSet(horizon, true, before, false).descendingSet()
                        .forEach(id -> items.add(item(id)));
                return new Window(items, new TweetId(horizon));
            }
            int size = 1 + random.nextInt(10);
            of(lane.source()).headSet(before, false).descendingSet().stream().limit(size)
                    .forEach(id -> items.add(item(id)));
            return items.size() < size ? Window.last(items) : new Window(items, items.getLast().id());
        }
    }
}
