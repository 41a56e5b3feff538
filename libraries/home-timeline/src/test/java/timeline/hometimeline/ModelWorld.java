package timeline.hometimeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import timeline.deadline.Deadline;
import timeline.hometimeline.CachedTimeline.Bounds;
import timeline.hometimeline.HomeTimelineReader.CachedPage;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.hometimeline.Interleavings.Program;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * One author, one reader, a database that never forgets, and a cache that does. The programs are the steps that writer and reader
 * really take; the broken ones are the shortcuts that look as good and lose tweets.
 */
final class ModelWorld {
    static final UserId READER = new UserId(1);
    static final UserId AUTHOR = new UserId(2);

    final InMemoryHomeTimelines cache;
    final TreeSet<HomeTimelineEntry> database = new TreeSet<>();
    final List<HomeTimelineEntry> delivered = new ArrayList<>();
    boolean following;
    private Instant now = Instant.EPOCH;

    private ModelWorld(Bounds bounds, boolean following) {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        this.cache = new InMemoryHomeTimelines(clock, bounds);
        this.following = following;
    }

    /** The reader follows the author, and has a timeline with room for everything. */
    static ModelWorld roomy() {
        return new ModelWorld(Bounds.REAL, true);
    }

    /** The same, but one tweet fills the timeline. */
    static ModelWorld tiny() {
        return new ModelWorld(new Bounds(1, 1), true);
    }

    /** The reader does not follow the author yet. */
    static ModelWorld strangers() {
        return new ModelWorld(Bounds.REAL, false);
    }

    ModelWorld ready() {
        cache.beginRebuild(READER, Deadline.current()).orElseThrow().finish(List.of(), TweetId.EARLIEST,
                Deadline.current());
        return this;
    }

    /** Whether the cache, asked now, would deny a tweet that has been delivered. Being cold is no denial. */
    boolean losesATweet() {
        CachedPage page = cache.page(READER, TweetId.LATEST, 10, Deadline.current());
        return following && page instanceof Ready ready && delivered.stream()
                .filter(entry -> !entry.tweet().isBefore(ready.floor()))
                .anyMatch(entry -> !ready.entries().contains(entry));
    }

    static HomeTimelineEntry tweet(int number) {
        return HomeTimelinesContract.entry(number);
    }

    /** Commit the tweet; then ask who follows; then see whether the timeline exists; then add. */
    static Program<ModelWorld> post(int number) {
        return world -> new Post(world, tweet(number)).steps();
    }

    /** Begin, then read graph and database, then finish. */
    static Program<ModelWorld> rebuild() {
        return world -> {
            Build build = new Build(world);
            return List.of(build::begin, build::readGraph, build::readDatabase, build::finish);
        };
    }

    /** Commit the follow, then read the author's tweets, then add them. */
    static Program<ModelWorld> follow() {
        return world -> {
            List<HomeTimelineEntry> found = new ArrayList<>();
            return List.of(() -> world.following = true, () -> found.addAll(world.database),
                    () -> world.cache.backfill(found, TweetId.EARLIEST, List.of(READER), Deadline.current()));
        };
    }

    static Program<ModelWorld> eviction() {
        return world -> List.of(() -> world.cache.evict(READER));
    }

    /** What is written between the two steps is acknowledged and lost. */
    static Program<ModelWorld> failover() {
        return world -> List.of(world.cache::pauseReplication, world.cache::failOver);
    }

    /** Broken: what is posted between the read and the begin is in neither. */
    static Program<ModelWorld> rebuildReadingFirst() {
        return world -> {
            Build build = new Build(world);
            return List.of(build::readGraph, build::readDatabase, build::begin, build::finish);
        };
    }

    /** Broken: a timeline built aside and put in place wipes out what was pushed meanwhile. */
    static Program<ModelWorld> rebuildAsideAndRename() {
        return world -> {
            Build build = new Build(world);
            return List.of(build::readGraph, build::readDatabase, () -> {
                world.cache.evict(READER);
                build.begin();
                build.finish();
            });
        };
    }

    /** Broken: declares the timeline complete although it was evicted, and pushed past, meanwhile. */
    static Program<ModelWorld> rebuildWithoutComparison() {
        return world -> {
            Build build = new Build(world);
            return List.of(build::begin, build::readGraph, build::readDatabase, build::finishWhateverHappened);
        };
    }

    /** Broken: the floor stays where it was. */
    static Program<ModelWorld> trimWithoutRaisingTheFloor() {
        return world -> List.of(() -> {
            if (world.cache.page(READER, TweetId.LATEST, 10, Deadline.current()) instanceof Ready ready) {
                ready.entries().stream().skip(1)
                        .forEach(old -> world.cache.remove(old, List.of(READER), Deadline.current()));
            }
        });
    }

    /** Broken: the promoted replica's floor is believed, though pushes were lost. */
    static Program<ModelWorld> failoverThatIsNotNoticed() {
        return world -> {
            List<HomeTimelineEntry> replicated = new ArrayList<>();
            boolean[] wasReady = new boolean[1];
            return List.of(() -> {
                world.cache.pauseReplication();
                if (world.cache.page(READER, TweetId.LATEST, 10, Deadline.current()) instanceof Ready ready) {
                    wasReady[0] = true;
                    replicated.addAll(ready.entries());
                }
            }, () -> {
                world.cache.failOver();
                if (wasReady[0]) {
                    world.cache.beginRebuild(READER, Deadline.current()).orElseThrow().finish(replicated,
                            TweetId.EARLIEST, Deadline.current());
                }
            });
        };
    }

    /** Broken: the author's tweets are read before the follow is committed. */
    static Program<ModelWorld> followBackfillingFirst() {
        return world -> {
            List<HomeTimelineEntry> found = new ArrayList<>();
            return List.of(() -> found.addAll(world.database), () -> world.following = true,
                    () -> world.cache.backfill(found, TweetId.EARLIEST, List.of(READER), Deadline.current()));
        };
    }

    /** Broken: the fan-out asks a copy of the graph that lags. */
    static Program<ModelWorld> postAskingALaggingGraph(int number) {
        return world -> {
            Post post = new Post(world, tweet(number));
            return List.of(post::askWhoFollows, post::commit, post::lookForTimeline, post::add);
        };
    }

    /** A tweet on its way. */
    private static final class Post {
        private final ModelWorld world;
        private final HomeTimelineEntry entry;
        private boolean follows;
        private boolean cached;

        Post(ModelWorld world, HomeTimelineEntry entry) {
            this.world = world;
            this.entry = entry;
        }

        List<Runnable> steps() {
            return List.of(this::commit, this::askWhoFollows, this::lookForTimeline, this::add);
        }

        void commit() {
            world.database.add(entry);
        }

        void askWhoFollows() {
            follows = world.following;
        }

        void lookForTimeline() {
            cached = follows && world.cache.exists(READER);
        }

        void add() {
            if (cached) {
                world.cache.add(entry, READER);
            }
            world.delivered.add(entry);
        }
    }

    /** A timeline under construction. The lease of any other build has always just run out: the worst case. */
    private static final class Build {
        private final ModelWorld world;
        private @Nullable Rebuild rebuild;
        private boolean follows;
        private Set<HomeTimelineEntry> found = Set.of();

        Build(ModelWorld world) {
            this.world = world;
        }

        void begin() {
            world.now = world.now.plus(Duration.ofSeconds(5));
            rebuild = world.cache.beginRebuild(READER, Deadline.current()).orElse(null);
        }

        void readGraph() {
            follows = world.following;
        }

        void readDatabase() {
            found = follows ? Set.copyOf(world.database) : Set.of();
        }

        void finish() {
            if (rebuild != null) {
                rebuild.finish(List.copyOf(found), TweetId.EARLIEST, Deadline.current());
            }
        }

        void finishWhateverHappened() {
            begin();
            finish();
        }
    }
}
