package timeline.hometimeline.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * How users, tweets and entries are spelled in Redis. {@code timeline.lua} describes the same layout for the scripts.
 *
 * <p>Read forwards, a set is newest first: scores are negated and ids complemented, because a sorted set finds the place of a new
 * minimum at once, and that of a new maximum only behind all others (ADR 0029).
 */
public final class HomeTimelineKeys {
    /** Names the format, too: keys of another one have another prefix, and are never read. */
    static final String PREFIX = "home2:";

    private HomeTimelineKeys() {
    }

    /** {@code home2:42}: decimal, so that a person with redis-cli finds a user's timeline. */
    public static byte[] key(UserId user) {
        return ascii(PREFIX + user.value());
    }

    /** The complement of the tweet id, then the author id, 8 bytes each, big endian: members of equal score sort by id, newest first (G5). */
    public static byte[] member(HomeTimelineEntry entry) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(~entry.tweet().value()).putLong(entry.author().value())
                .array();
    }

    static HomeTimelineEntry entry(byte[] member) {
        ByteBuffer bytes = ByteBuffer.wrap(member);
        return new HomeTimelineEntry(new TweetId(~bytes.getLong()), new UserId(bytes.getLong()));
    }

    /** The negative of the milliseconds since 1970, in decimal: a double holds it exactly, which it does not do for the id. */
    public static byte[] score(TweetId tweet) {
        return number(-Snowflake.epochMillis(tweet.value()));
    }

    static byte[] id(TweetId tweet) {
        return ByteBuffer.allocate(Long.BYTES).putLong(tweet.value()).array();
    }

    static TweetId id(byte[] bytes) {
        return new TweetId(ByteBuffer.wrap(bytes).getLong());
    }

    static byte[] number(long value) {
        return ascii(Long.toString(value));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
