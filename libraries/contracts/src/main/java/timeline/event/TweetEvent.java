package timeline.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;

/** What happened to a tweet. Topic {@link Topics#TWEETS}, keyed by the author, so that one author's events keep their order. */
public sealed interface TweetEvent {
    TweetId tweet();

    UserId author();

    /**
     * The tweet is stored: whoever reads the database after this event sees it.
     *
     * @param writtenAt of the delivery that is owed since then, to the millisecond: together with the tweet it names the row that the
     *     fan-out removes. Empty in events of a writer that owed none
     */
    record TweetPosted(TweetId tweet, UserId author, Optional<Instant> writtenAt) implements TweetEvent {
        public TweetPosted {
            writtenAt = writtenAt.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        }

        /** Without an owed delivery. */
        public TweetPosted(TweetId tweet, UserId author) {
            this(tweet, author, Optional.empty());
        }
    }

    /** The tweet is marked as deleted in the database. */
    record TweetDeleted(TweetId tweet, UserId author) implements TweetEvent {}
}
