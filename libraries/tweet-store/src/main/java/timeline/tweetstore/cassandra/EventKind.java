package timeline.tweetstore.cassandra;

import java.time.Instant;
import java.util.Optional;
import timeline.event.TweetEvent;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The column {@code kind}. Posted sorts before deleted, for a tweet that was deleted in the millisecond of its post. */
final class EventKind {
    private static final byte POSTED = 0;
    private static final byte DELETED = 1;

    private EventKind() {
    }

    static byte of(TweetEvent event) {
        return switch (event) {
            case TweetPosted posted -> POSTED;
            case TweetDeleted deleted -> DELETED;
        };
    }

    /** @param writtenAt of the row */
    static TweetEvent event(byte kind, TweetId tweet, UserId author, Instant writtenAt) {
        return switch (kind) {
            case POSTED -> new TweetPosted(tweet, author, Optional.of(writtenAt));
            case DELETED -> new TweetDeleted(tweet, author);
            default -> throw new IllegalStateException("unknown kind of event in the outbox: " + kind);
        };
    }
}
