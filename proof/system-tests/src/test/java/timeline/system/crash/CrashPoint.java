package timeline.system.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a service dies: before and after every durable step of a post, the relay, the fan-out, a rebuild and a change of mode. */
enum CrashPoint {
    BEFORE_A_TWEET_IS_STORED(Act.POST, Step.STORE, Side.BEFORE,
            "nothing is stored, and nobody is answered"), //
    AFTER_A_TWEET_IS_STORED(Act.POST, Step.STORE, Side.AFTER,
            "tweet and outbox entry are stored, nobody is answered, the event is not published"), //
    BEFORE_A_TWEET_IS_PUBLISHED(Act.POST, Step.PUBLISH, Side.BEFORE,
            "the entry is left to the relay of the next incarnation"), //
    BEFORE_AN_ENTRY_IS_SETTLED(Act.POST, Step.SETTLE, Side.BEFORE,
            "the broker has the event, the outbox still has its entry: it is published twice"), //
    AFTER_AN_ENTRY_IS_SETTLED(Act.POST, Step.SETTLE, Side.AFTER,
            "a post is done"), //
    BEFORE_A_KEY_IS_CLAIMED(Act.POST_WITH_KEY, Step.CLAIM, Side.BEFORE,
            "nothing is known of the key"), //
    AFTER_A_KEY_IS_CLAIMED(Act.POST_WITH_KEY, Step.CLAIM, Side.AFTER,
            "the key has a tweet that is not stored"), //
    BEFORE_A_KEY_IS_FINISHED(Act.POST_WITH_KEY, Step.FINISH, Side.BEFORE,
            "the tweet is stored, its key says that it may not be"), //
    AFTER_A_KEY_IS_FINISHED(Act.POST_WITH_KEY, Step.FINISH, Side.AFTER,
            "the key says that the tweet is stored, nobody is answered"), //
    BEFORE_A_LEFT_OVER_EVENT_IS_PUBLISHED(BEFORE_A_TWEET_IS_PUBLISHED, Step.PUBLISH, Side.BEFORE,
            "the relay has read the entry that an earlier incarnation left"), //
    BEFORE_A_LEFT_OVER_ENTRY_IS_SETTLED(BEFORE_A_TWEET_IS_PUBLISHED, Step.SETTLE, Side.BEFORE,
            "the relay has published the event, its entry is still there"), //
    AFTER_A_WORKER_ID_IS_RENEWED(Act.WAIT, Step.RENEW, Side.AFTER,
            "the worker id stays held by one who is gone; the next incarnation takes another one"), //
    BEFORE_A_PUSH(Act.POST, Step.PUSH, Side.BEFORE,
            "the event is read, nobody's timeline has the tweet"), //
    AFTER_THE_FIRST_PAGE_OF_A_PUSH(Act.POST, Step.PUSH, Side.AFTER,
            "the first followers' timelines have the tweet, the others' do not"), //
    BEFORE_AN_OFFSET_IS_COMMITTED(Act.POST, Step.COMMIT, Side.BEFORE,
            "all timelines have the tweet; the batch will be done again"), //
    AFTER_AN_OFFSET_IS_COMMITTED(Act.POST, Step.COMMIT, Side.AFTER,
            "the batch is done, and will not be done again"), //
    BEFORE_A_BACKFILL(Act.FOLLOW, Step.BACKFILL, Side.BEFORE,
            "the follow is committed, the older tweets are not in the new follower's timeline"), //
    AFTER_A_BACKFILL(Act.FOLLOW, Step.BACKFILL, Side.AFTER,
            "they are, the offset is not committed"), //
    BEFORE_A_CELEBRITY_IS_PULLED(Act.BECOME_A_CELEBRITY, Step.ENTER, Side.BEFORE,
            "a tweet is to be left to the readers, who do not know it"), //
    AFTER_A_CELEBRITY_IS_PULLED(Act.BECOME_A_CELEBRITY, Step.ENTER, Side.AFTER,
            "the readers pull the tweet, the offset is not committed"), //
    BEFORE_A_CELEBRITY_IS_LEAVING(Act.CEASE_TO_BE_A_CELEBRITY, Step.LEAVE, Side.BEFORE,
            "the author is small now, and pulled as ever"), //
    AFTER_A_CELEBRITY_IS_LEAVING(Act.CEASE_TO_BE_A_CELEBRITY, Step.LEAVE, Side.AFTER,
            "pulled still, and pushed from now on"), //
    BEFORE_WHAT_WAS_PULLED_IS_BACKFILLED(Act.CEASE_TO_BE_A_CELEBRITY, Step.BACKFILL, Side.BEFORE,
            "what was left to the readers is read from the database, and in nobody's timeline"), //
    AFTER_A_PAGE_WAS_BACKFILLED(Act.CEASE_TO_BE_A_CELEBRITY, Step.BACKFILL, Side.AFTER,
            "it is in some timelines, and pulled still"), //
    BEFORE_A_CELEBRITY_IS_REMOVED(Act.CEASE_TO_BE_A_CELEBRITY, Step.REMOVE, Side.BEFORE,
            "it is in all timelines, and pulled still"), //
    AFTER_A_CELEBRITY_IS_REMOVED(Act.CEASE_TO_BE_A_CELEBRITY, Step.REMOVE, Side.AFTER,
            "nobody pulls any more; the tweet at hand is not pushed yet"), //
    BEFORE_A_REBUILD_IS_BEGUN(Act.READ_A_COLD_TIMELINE, Step.BEGIN, Side.BEFORE,
            "the timeline is cold"), //
    AFTER_A_REBUILD_IS_BEGUN(Act.READ_A_COLD_TIMELINE, Step.BEGIN, Side.AFTER,
            "the timeline is under construction by one who is gone"), //
    BEFORE_A_REBUILD_IS_FINISHED(Act.READ_A_COLD_TIMELINE, Step.READY, Side.BEFORE,
            "the same, with graph and database read"), //
    AFTER_A_REBUILD_IS_FINISHED(Act.READ_A_COLD_TIMELINE, Step.READY, Side.AFTER,
            "the timeline is ready, its reader is not answered"), //
    BEFORE_A_FOLLOW_IS_COMMITTED(Act.FOLLOW, Step.FOLLOW, Side.BEFORE,
            "nothing is stored, and nobody is answered"), //
    AFTER_A_FOLLOW_IS_COMMITTED(Act.FOLLOW, Step.FOLLOW, Side.AFTER,
            "edge, counts and outbox entry are stored, nobody is answered"), //
    BEFORE_A_FOLLOW_IS_SETTLED(Act.FOLLOW, Step.SETTLE_FOLLOW, Side.BEFORE,
            "the broker has the event, the outbox still has its entry"), //
    AFTER_THE_PULL_SET_TOOK_A_CELEBRITY(Act.BECOME_A_CELEBRITY, Step.PULL_SET_ENTER, Side.AFTER,
            "committed, and the fan-out is not told"), //
    AFTER_THE_PULL_SET_LOST_A_CELEBRITY(Act.CEASE_TO_BE_A_CELEBRITY, Step.PULL_SET_REMOVE, Side.AFTER,
            "committed, and the fan-out is not told");

    /** A durable step: a method of an adapter, in one service. */
    enum Step {
        STORE("tweet-service", "timeline.tweetstore.cassandra.CassandraTweetStore.post"), //
        PUBLISH("tweet-service", "timeline.tweet.kafka.KafkaTweetEvents.publish"), //
        SETTLE("tweet-service", "timeline.tweetstore.cassandra.CassandraTweetOutbox.settle"), //
        CLAIM("tweet-service", "timeline.tweet.cassandra.CassandraKeyRecords.putIfAbsent"), //
        FINISH("tweet-service", "timeline.tweet.cassandra.CassandraKeyRecords.replace"), //
        RENEW("tweet-service", "timeline.tweet.cassandra.CassandraWorkerIds.renew"), //
        PUSH("fanout-service", "timeline.hometimeline.redis.RedisHomeTimelines.push"), //
        COMMIT("fanout-service", "org.apache.kafka.clients.consumer.KafkaConsumer.commitSync"), //
        BACKFILL("fanout-service", "timeline.hometimeline.redis.RedisHomeTimelines.backfill"), //
        ENTER("fanout-service", "timeline.fanout.client.FollowServiceClient.enter"), //
        LEAVE("fanout-service", "timeline.fanout.client.FollowServiceClient.beginWayOut"), //
        REMOVE("fanout-service", "timeline.fanout.client.FollowServiceClient.remove"), //
        BEGIN("timeline-service", "timeline.hometimeline.redis.RedisHomeTimelines.beginRebuild"), //
        READY("timeline-service", "timeline.hometimeline.redis.TimelineScripts$RedisRebuild.finish"), //
        FOLLOW("follow-service", "timeline.follow.postgres.PostgresFollowStore.follow"), //
        SETTLE_FOLLOW("follow-service", "timeline.follow.postgres.PostgresFollowOutbox.settle"), //
        PULL_SET_ENTER("follow-service", "timeline.follow.postgres.PostgresPullSet.enter"), //
        PULL_SET_REMOVE("follow-service", "timeline.follow.postgres.PostgresPullSet.remove");

        private final String service;
        private final String method;

        Step(String service, String method) {
            this.service = service;
            this.method = method;
        }

        /** {@code package.Class.method} */
        String method() {
            return method;
        }
    }

    private enum Side {
        BEFORE, AFTER
    }

    private final Act act;
    private final @Nullable CrashPoint predecessor;
    private final Step step;
    private final Side side;
    private final String state;

    CrashPoint(Act act, Step step, Side side, String state) {
        this(act, null, step, side, state);
    }

    /** The incarnation after the one that died at another point dies here, of its own accord. */
    CrashPoint(CrashPoint predecessor, Step step, Side side, String state) {
        this(predecessor.act, predecessor, step, side, state);
    }

    CrashPoint(Act act, @Nullable CrashPoint predecessor, Step step, Side side, String state) {
        this.act = act;
        this.predecessor = predecessor;
        this.step = step;
        this.side = side;
        this.state = state;
    }

    /** All methods of a service in which there are points. */
    static List<String> placesIn(String service) {
        return Arrays.stream(Step.values()).filter(step -> step.service.equals(service)).map(Step::method).toList();
    }

    Act act() {
        return act;
    }

    /** Where the incarnation before this one died. */
    @Nullable
    CrashPoint predecessor() {
        return predecessor;
    }

    String service() {
        return step.service;
    }

    /** As {@link Tripwire} knows it. */
    String place() {
        return step.method + ":" + side.name().toLowerCase(Locale.ROOT);
    }

    /** A line of the table in the documents. */
    String row() {
        String method = step.method.substring(step.method.lastIndexOf('.', step.method.lastIndexOf('.') - 1) + 1);
        return "| %s | %s | %s `%s` | %s |".formatted(name().toLowerCase(Locale.ROOT).replace('_', ' '), step.service,
                side.name().toLowerCase(Locale.ROOT), method, state);
    }
}
