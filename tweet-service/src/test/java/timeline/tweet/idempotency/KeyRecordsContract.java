package timeline.tweet.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import timeline.id.TweetId;
import timeline.id.UserId;

/** What {@link KeyRecords} promises, whatever keeps them. */
public interface KeyRecordsContract {
    IdempotencyKey KEY = new IdempotencyKey("key-1");
    Fingerprint PRINT = new Fingerprint("abc");
    KeyRecord FIRST = KeyRecord.first(new TweetId(1001), PRINT);
    KeyRecord SECOND = KeyRecord.first(new TweetId(1002), PRINT);

    KeyRecords records();

    @Test
    default void keepsTheFirstRecord() {
        UserId author = freshAuthor();

        assertThat(records().putIfAbsent(author, KEY, FIRST)).isEmpty();
        assertThat(records().putIfAbsent(author, KEY, SECOND)).contains(FIRST);
        assertThat(records().putIfAbsent(author, KEY, SECOND)).contains(FIRST);
    }

    @Test
    default void keysOfTwoAuthorsAndTwoKeysOfOneAreApart() {
        UserId author = freshAuthor();
        records().putIfAbsent(author, KEY, FIRST);

        assertThat(records().putIfAbsent(freshAuthor(), KEY, SECOND)).isEmpty();
        assertThat(records().putIfAbsent(author, new IdempotencyKey("key-2"), SECOND)).isEmpty();
    }

    @Test
    default void replacesWhatIsAsExpected() {
        UserId author = freshAuthor();
        records().putIfAbsent(author, KEY, FIRST);
        KeyRecord takenOver = FIRST.claimedBy(new TweetId(2000));

        assertThat(records().replace(author, KEY, FIRST, takenOver)).isTrue();
        assertThat(records().replace(author, KEY, FIRST, FIRST.claimedBy(new TweetId(3000)))).isFalse();
        assertThat(records().putIfAbsent(author, KEY, SECOND)).contains(takenOver);
    }

    @Test
    default void remembersTheIdThatWasRetired() {
        UserId author = freshAuthor();
        records().putIfAbsent(author, KEY, FIRST);
        KeyRecord renamed = FIRST.renamedBy(new TweetId(2000));

        assertThat(records().replace(author, KEY, FIRST, renamed)).isTrue();
        assertThat(records().putIfAbsent(author, KEY, SECOND)).contains(renamed);
        assertThat(records().replace(author, KEY, renamed, renamed.asFinished())).isTrue();
        assertThat(records().putIfAbsent(author, KEY, SECOND)).contains(renamed.asFinished());
    }

    @Test
    default void neverReplacesWhatIsFinished() {
        UserId author = freshAuthor();
        records().putIfAbsent(author, KEY, FIRST);

        assertThat(records().replace(author, KEY, FIRST, FIRST.asFinished())).isTrue();
        assertThat(records().replace(author, KEY, FIRST, FIRST.claimedBy(new TweetId(2000)))).isFalse();
        assertThat(records().putIfAbsent(author, KEY, SECOND)).contains(FIRST.asFinished());
    }

    @Test
    default void doesNotReplaceWhatNeverWas() {
        UserId author = freshAuthor();

        assertThat(records().replace(author, KEY, FIRST, SECOND)).isFalse();
        assertThat(records().putIfAbsent(author, KEY, SECOND)).isEmpty();
    }

    private static UserId freshAuthor() {
        return new UserId(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
