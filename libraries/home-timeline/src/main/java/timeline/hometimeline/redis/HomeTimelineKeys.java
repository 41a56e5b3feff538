package timeline.hometimeline.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;

/** How users, tweets and entries are spelled in Redis. {@code timeline.lua} describes the same layout for the scripts. */
final class HomeTimelineKeys {
    private static final String PREFIX = "home:";

    private HomeTimelineKeys() {
    }

    /** {@code home:42}: decimal, so that a person with redis-cli finds a user's timeline. */
    static byte[] key(UserId user) {
        return ascii(PREFIX + user.value());
    }

    /** 8 bytes of tweet id, then 8 bytes of author id, big endian: members of equal score sort by id (G5). */
    static byte[] member(HomeTimelineEntry entry) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(entry.tweet().value()).putLong(entry.author().value())
                .array();
    }

    static HomeTimelineEntry entry(byte[] member) {
        ByteBuffer bytes = ByteBuffer.wrap(member);
        return new HomeTimelineEntry(new TweetId(bytes.getLong()), new UserId(bytes.getLong()));
    }

    /** Milliseconds since 1970 in decimal: a double holds them exactly, which it does not for the id. */
    static byte[] score(TweetId tweet) {
        return number(Snowflake.epochMillis(tweet.value()));
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
