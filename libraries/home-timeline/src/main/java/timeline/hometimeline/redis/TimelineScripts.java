package timeline.hometimeline.redis;

import static timeline.hometimeline.redis.HomeTimelineKeys.id;
import static timeline.hometimeline.redis.HomeTimelineKeys.member;
import static timeline.hometimeline.redis.HomeTimelineKeys.number;
import static timeline.hometimeline.redis.HomeTimelineKeys.score;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineReader.CachedPage;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.id.TweetId;

/** The atomic steps on a timeline, one script each. What they do, and why, is written in the scripts. */
final class TimelineScripts {
    private static final Duration TIME_TO_LIVE = Duration.ofDays(30);

    private static final LuaScript<List<byte[]>> READ = LuaScript.answeringAList("read");
    private static final LuaScript<Long> BEGIN = LuaScript.answeringANumber("begin");
    private static final LuaScript<Long> FINISH = LuaScript.answeringANumber("finish");
    private static final LuaScript<Long> ABANDON = LuaScript.answeringANumber("abandon");
    private static final LuaScript<Long> BACKFILL = LuaScript.answeringANumber("backfill");
    private static final LuaScript<Long> TRIM = LuaScript.answeringANumber("trim");

    private final ScriptCalls calls;
    private final RandomGenerator nonces;
    private final Duration lease;

    TimelineScripts(RedisCluster cluster, RandomGenerator nonces, Duration lease) {
        this.calls = new ScriptCalls(cluster);
        this.nonces = nonces;
        this.lease = lease;
    }

    CachedPage page(byte[] key, TweetId before, int limit, Deadline deadline) {
        byte[] from = before.equals(TweetId.LATEST) ? new byte[0] : score(before);
        List<byte[]> reply = calls.one(READ, key, arguments(List.of(from, number(limit))), deadline);
        if (reply.isEmpty()) {
            return new CachedPage.Cold();
        }
        TweetId floor = id(reply.getFirst());
        List<HomeTimelineEntry> entries = reply.stream().skip(1).map(HomeTimelineKeys::entry)
                .filter(entry -> entry.tweet().isBefore(before)).filter(entry -> !entry.tweet().isBefore(floor))
                .limit(limit).toList();
        return new CachedPage.Ready(entries, floor);
    }

    Optional<Rebuild> begin(byte[] key, Deadline deadline) {
        byte[] nonce = ByteBuffer.allocate(Long.BYTES).putLong(nonces.nextLong()).array();
        long begun = calls.one(BEGIN, key, arguments(List.of(nonce, number(lease.toMillis()))), deadline);
        return begun == 1 ? Optional.of(new RedisRebuild(key, nonce)) : Optional.empty();
    }

    void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, List<byte[]> keys, Deadline deadline) {
        Kept kept = Kept.of(entries, completeFrom);
        boolean complete = kept.completeFrom.equals(TweetId.EARLIEST);
        List<byte[]> own = new ArrayList<>(List.of(complete ? new byte[0] : id(kept.completeFrom)));
        kept.addTo(own);
        calls.each(BACKFILL, keys, arguments(own), deadline);
    }

    void trim(List<byte[]> keys, Deadline deadline) {
        calls.each(TRIM, keys, arguments(List.of()), deadline);
    }

    private static byte[][] arguments(List<byte[]> own) {
        List<byte[]> all = new ArrayList<>(own.size() + 2);
        all.add(number(HomeTimelineReader.CAPACITY));
        all.add(number(TIME_TO_LIVE.toMillis()));
        all.addAll(own);
        return all.toArray(byte[][]::new);
    }

    /** What is worth sending: never more than a timeline keeps, and then with the claim that fits. */
    private record Kept(List<HomeTimelineEntry> entries, TweetId completeFrom) {
        static Kept of(List<HomeTimelineEntry> entries, TweetId completeFrom) {
            if (entries.size() <= HomeTimelineReader.CAPACITY) {
                return new Kept(entries, completeFrom);
            }
            List<HomeTimelineEntry> newest = entries.stream().sorted().limit(HomeTimelineReader.CAPACITY).toList();
            TweetId oldest = newest.getLast().tweet();
            return new Kept(newest, completeFrom.isBefore(oldest) ? oldest : completeFrom);
        }

        void addTo(List<byte[]> arguments) {
            for (HomeTimelineEntry entry : entries) {
                arguments.add(score(entry.tweet()));
                arguments.add(member(entry));
            }
        }
    }

    /** A build under way, known by its nonce. */
    private final class RedisRebuild implements Rebuild {
        private final byte[] key;
        private final byte[] nonce;

        RedisRebuild(byte[] key, byte[] nonce) {
            this.key = key;
            this.nonce = nonce;
        }

        @Override
        public boolean finish(List<HomeTimelineEntry> entries, TweetId completeFrom, Deadline deadline) {
            Kept kept = Kept.of(entries, completeFrom);
            List<byte[]> own = new ArrayList<>(List.of(nonce, id(kept.completeFrom)));
            kept.addTo(own);
            long ready = calls.one(FINISH, key, arguments(own), deadline);
            return ready == 1;
        }

        @Override
        public void abandon(Deadline deadline) {
            Long _ = calls.one(ABANDON, key, arguments(List.of(nonce)), deadline);
        }
    }
}
