package timeline.tweet.idempotency;

import java.time.Instant;
import java.util.Optional;
import timeline.id.TweetId;

/**
 * What is kept of a key.
 *
 * @param tweet the id of the one tweet that may be posted with the key
 * @param fingerprint of what the first request asked for
 * @param claim names the request that is working on it, by a fresh id: so it also says since when
 * @param finished whether the tweet is stored
 * @param retired the id that {@code tweet} takes the place of: it was not stored while it was new, and must never be
 */
public record KeyRecord(TweetId tweet, Fingerprint fingerprint, TweetId claim, boolean finished,
        Optional<TweetId> retired) {
    static KeyRecord first(TweetId tweet, Fingerprint fingerprint) {
        return new KeyRecord(tweet, fingerprint, tweet, false, Optional.empty());
    }

    Instant claimedAt() {
        return claim.createdAt();
    }

    KeyRecord claimedBy(TweetId other) {
        return new KeyRecord(tweet, fingerprint, other, false, retired);
    }

    /** Claimed by {@code other}, which is also the tweet's new id. */
    KeyRecord renamedBy(TweetId other) {
        return new KeyRecord(other, fingerprint, other, false, Optional.of(tweet));
    }

    KeyRecord asFinished() {
        return new KeyRecord(tweet, fingerprint, claim, true, retired);
    }
}
