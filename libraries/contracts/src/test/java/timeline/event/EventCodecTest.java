package timeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The golden files are the wire format: a change that breaks one breaks every record that lies in Kafka for 7 days. */
class EventCodecTest {
    private static final TweetId TWEET = new TweetId(1541815603606036480L);
    private static final UserId AUTHOR = new UserId(42);
    private static final UserId FOLLOWER = new UserId(7);
    private static final TweetPosted OWED = new TweetPosted(TWEET, AUTHOR,
            Optional.of(Instant.parse("2026-03-01T12:00:00.123456Z")));
    private static final Followed OWED_FOLLOW = new Followed(FOLLOWER, AUTHOR, Optional.of(17L));

    @Test
    void writesExactlyTheGoldenForms() {
        assertThat(EventCodec.encode(new TweetPosted(TWEET, AUTHOR))).isEqualTo(golden("tweet-posted.v1.json"));
        assertThat(EventCodec.encode(OWED)).isEqualTo(golden("tweet-posted-and-owed.v1.json"));
        assertThat(EventCodec.encode(new TweetDeleted(TWEET, AUTHOR))).isEqualTo(golden("tweet-deleted.v1.json"));
        assertThat(EventCodec.encode(new Followed(FOLLOWER, AUTHOR))).isEqualTo(golden("followed.v1.json"));
        assertThat(EventCodec.encode(OWED_FOLLOW)).isEqualTo(golden("followed-and-owed.v1.json"));
        assertThat(EventCodec.encode(new Unfollowed(FOLLOWER, AUTHOR))).isEqualTo(golden("unfollowed.v1.json"));
    }

    @Test
    void readsEveryGoldenForm() {
        assertThat(EventCodec.decodeTweetEvent(golden("tweet-posted.v1.json")))
                .isEqualTo(new TweetPosted(TWEET, AUTHOR));
        assertThat(EventCodec.decodeTweetEvent(golden("tweet-posted-and-owed.v1.json"))).isEqualTo(OWED);
        assertThat(EventCodec.decodeTweetEvent(golden("tweet-deleted.v1.json")))
                .isEqualTo(new TweetDeleted(TWEET, AUTHOR));
        assertThat(EventCodec.decodeFollowEvent(golden("followed.v1.json"))).isEqualTo(new Followed(FOLLOWER, AUTHOR));
        assertThat(EventCodec.decodeFollowEvent(golden("followed-and-owed.v1.json"))).isEqualTo(OWED_FOLLOW);
        assertThat(EventCodec.decodeFollowEvent(golden("unfollowed.v1.json")))
                .isEqualTo(new Unfollowed(FOLLOWER, AUTHOR));
    }

    @Test
    void ignoresFieldsOfTheFuture() {
        String future = "{\"v\":1,\"type\":\"followed\",\"follower_id\":\"7\",\"author_id\":\"42\",\"via\":{\"app\":1}}";

        assertThat(EventCodec.decodeFollowEvent(future.getBytes(UTF_8))).isEqualTo(new Followed(FOLLOWER, AUTHOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "42", "\u0000\u0001", "{}",
            "{\"v\":2,\"type\":\"tweet-posted\",\"tweet_id\":\"1\",\"author_id\":\"2\"}",
            "{\"v\":1,\"type\":\"tweet-liked\",\"tweet_id\":\"1\",\"author_id\":\"2\"}",
            "{\"v\":1,\"type\":\"tweet-posted\",\"tweet_id\":1,\"author_id\":\"2\"}",
            "{\"v\":1,\"type\":\"tweet-posted\",\"tweet_id\":\"x\",\"author_id\":\"2\"}",
            "{\"v\":1,\"type\":\"tweet-posted\",\"tweet_id\":\"1\",\"author_id\":\"2\",\"written_at\":\"noon\"}",
            "{\"v\":1,\"type\":\"tweet-posted\",\"tweet_id\":\"1\",\"author_id\":\"2\",\"written_at\":1}",
            "{\"v\":1,\"type\":\"followed\",\"follower_id\":\"1\",\"author_id\":\"2\",\"number\":17}",
            "{\"v\":1,\"type\":\"followed\",\"follower_id\":\"1\",\"author_id\":\"2\",\"number\":\"x\"}",
            "{\"v\":1,\"type\":\"tweet-posted\",\"tweet_id\":\"1\"}"})
    void callsEverythingElseMalformed(String bytes) {
        assertThatThrownBy(() -> EventCodec.decodeTweetEvent(bytes.getBytes(UTF_8)))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> EventCodec.decodeFollowEvent(bytes.getBytes(UTF_8)))
                .isInstanceOf(MalformedEventException.class);
    }

    private static byte[] golden(String name) {
        try (InputStream file = EventCodecTest.class.getResourceAsStream("/golden/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
