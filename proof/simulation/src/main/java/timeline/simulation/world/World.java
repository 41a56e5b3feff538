package timeline.simulation.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import timeline.deadline.Deadline;
import timeline.event.FollowEvent;
import timeline.event.TweetEvent;
import timeline.follow.Username;
import timeline.home.bodies.Deletions;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweet.deletions.RecentDeletions;
import timeline.tweetstore.Tweet;
import timeline.follow.audience.PullSet;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.log.ConsumerGroup;
import timeline.simulation.port.RemoteDeletions;
import timeline.simulation.port.Shards;
import timeline.simulation.port.Trace;
import timeline.simulation.port.Trouble;

/** Two instances of each service, their stores, and the ways between them. */
public final class World {
    private static final int INSTANCES = 2;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Scheduler scheduler;
    private final Trouble trouble;
    private final Trace trace;
    private final Shape shape;
    private final Wiring wiring;
    private final Links links;
    private final Stores stores;
    private final KafkaTwin log;
    private final ConsumerGroup<TweetEvent> tweetConsumers;
    private final ConsumerGroup<FollowEvent> followConsumers;
    private final List<String> violations = new ArrayList<>();
    private final Fleet<TweetService> tweets = new Fleet<>("tweet-service", this, TweetService::new);
    private final Fleet<FollowService> follows = new Fleet<>("follow-service", this, FollowService::new);
    private final Fleet<FanoutService> fanouts = new Fleet<>("fanout-service", this, FanoutService::new);
    private final Fleet<TimelineService> timelines = new Fleet<>("timeline-service", this, TimelineService::new);

    public World(Scheduler scheduler, Trouble trouble, Trace trace, Shape shape, Wiring wiring) {
        this.scheduler = scheduler;
        this.trouble = trouble;
        this.trace = trace;
        this.shape = shape;
        this.wiring = wiring;
        links = Links.over(scheduler, trouble, trace);
        stores = new Stores(scheduler, shape);
        log = new KafkaTwin(links.log(), stores, trouble);
        tweetConsumers = new ConsumerGroup<>(scheduler, stores.tweetEvents, this::commit);
        HonestFloors floors = new HonestFloors(stores, shape, this::report);
        links.cache().watchedBy(floors::look);
        links.log().watchedBy(floors::look);
        links.fanoutGraph().watchedBy(floors::look);
        followConsumers = new ConsumerGroup<>(scheduler, stores.followEvents, this::commit);
    }

    /** Starts everything, and waits until a tweet can be posted. */
    public void start() {
        for (int number = 1; number <= shape.users(); number++) {
            stores.users.register(new Username("user" + number), Machine.BEGINNING);
        }
        for (int instance = 0; instance < INSTANCES; instance++) {
            fleets().forEach(fleet -> fleet.start(scheduler.random().nextLong(-200_000_000, 200_000_000)));
        }
        Machine broker = new Machine("kafka", scheduler, 0);
        broker.spawn("tweets-group", tweetConsumers::coordinate);
        broker.spawn("follows-group", followConsumers::coordinate);
        while (!isReady()) {
            scheduler.pause(10_000_000);
        }
    }

    /** What a user posted, a tweet a minute, before anything here began: stored, and long since handled. */
    public List<Tweet> past(UserId author) {
        List<Tweet> past = new ArrayList<>();
        for (int minutes = shape.past(); minutes > 0; minutes--) {
            long millis = Machine.BEGINNING.minus(Duration.ofMinutes(minutes)).toEpochMilli();
            TweetId id = new TweetId(Snowflake.compose(millis, (int) author.value(), 0));
            past.add(new Tweet(id, author, "user" + author, minutes + " minutes before, by " + author, List.of()));
            stores.tweets.settle(stores.tweets.post(past.getLast()));
            stores.tweets.owedDeliveries().settle(stores.owed());
        }
        return past;
    }

    /** Whether every process goes on, every instance of the tweet-service can make ids, and every reader
     * knows what is owed. */
    public boolean isReady() {
        boolean stopped = fleets().stream().flatMap(fleet -> fleet.machines().stream()).anyMatch(Machine::isStopped);
        return !stopped && tweets.allAre(TweetService::isReady) && timelines.allAre(TimelineService::isReady);
    }

    /** Whether every event has been handled, and nothing is owed any more. */
    public boolean isAtRest() {
        return stores.tweetEvents.lag() == 0 && stores.followEvents.lag() == 0
                && stores.tweets.backlog().entries() == 0 && stores.owed().isEmpty() && stores.owedFollows().isEmpty()
                && stores.followOutbox.backlog().entries() == 0;
    }

    /** The tweets that anybody can read, and whose event was never published. */
    public List<TweetId> unpublished() {
        Set<TweetId> published = stores.tweetEvents.events().map(TweetEvent::tweet).collect(Collectors.toSet());
        return users()
                .flatMap(author -> stores.tweets
                        .ofAuthor(author, TweetId.LATEST, Integer.MAX_VALUE, Deadline.current()).stream())
                .map(Tweet::id).filter(tweet -> !tweet.createdAt().isBefore(Machine.BEGINNING.minusSeconds(30)))
                .filter(tweet -> !published.contains(tweet)).toList();
    }

    public Fleet<TweetService> tweets() {
        return tweets;
    }

    public Fleet<FollowService> follows() {
        return follows;
    }

    public Fleet<FanoutService> fanouts() {
        return fanouts;
    }

    public Fleet<TimelineService> timelines() {
        return timelines;
    }

    /** The instances of all services. */
    public List<Fleet<?>> fleets() {
        return List.of(tweets, follows, fanouts, timelines);
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public Stores stores() {
        return stores;
    }

    public Links links() {
        return links;
    }

    public Trace trace() {
        return trace;
    }

    public Trouble trouble() {
        return trouble;
    }

    public Shape shape() {
        return shape;
    }

    public Wiring wiring() {
        return wiring;
    }

    /** What was wrong inside, where no client can look; the invariant's name first. */
    public List<String> violations() {
        return violations;
    }

    /** A part of the cache answers nobody any more. */
    public void loseShard(int shard) {
        stores.timelines.becomeUnavailableFor(user -> Shards.of(user) == shard);
    }

    /** It is back, with its old history or without any. */
    public void recoverShard(int shard, boolean empty) {
        stores.timelines.recover();
        if (empty) {
            users().filter(user -> Shards.of(user) == shard).forEach(stores.timelines::evict);
        }
    }

    /**
     * A replica of the cache takes over, and the old primary goes on.
     *
     * @return who has not heard of it
     */
    public List<Machine> replacePrimary() {
        InMemoryHomeTimelines replaced = stores.timelines.replace();
        List<Machine> deceived = fleets().stream().flatMap(fleet -> fleet.machines().stream())
                .filter(machine -> scheduler.random().nextBoolean()).toList();
        deceived.forEach(machine -> stores.beliefs.deceive(machine, replaced));
        return deceived;
    }

    private Stream<UserId> users() {
        return LongStream.rangeClosed(1, shape.users()).mapToObj(UserId::new);
    }

    /** The pull set, as one that counts who came and who went. */
    PullSet pullSet() {
        return new CountedPullSet(stores.pullSet, trouble);
    }

    /** What the instances of the tweet-service say that they have deleted: as many as there are when all is well. */
    Deletions deletions() {
        Map<String, Supplier<Optional<RecentDeletions>>> places = new LinkedHashMap<>();
        for (int instance = 0; instance < INSTANCES; instance++) {
            int place = instance;
            places.put("tweet-service at " + place,
                    () -> tweets.answeringAt(place).map(TweetService::deletions));
        }
        return new RemoteDeletions(links.deletions(), places);
    }

    /** Writes down that something was wrong. */
    public void report(String violation) {
        trace.note("WRONG", violation);
        violations.add(violation);
    }

    public ConsumerGroup<TweetEvent> tweetConsumers() {
        return tweetConsumers;
    }

    public ConsumerGroup<FollowEvent> followConsumers() {
        return followConsumers;
    }

    KafkaTwin log() {
        return log;
    }

    private void commit(Runnable commit) {
        while (true) {
            try {
                links.log().send("log.commit", "", commit);
                return;
            } catch (Links.LogUnavailableException outage) {
                scheduler.pause(BETWEEN_TRIES);
            }
        }
    }
}
