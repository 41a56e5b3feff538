package timeline.tweet.idempotency;

import java.time.Instant;
import timeline.id.TweetId;

/**
 * What is kept of a key.
 *
 * @param tweet the id of the one tweet that may be posted with the key, decided by the first request
 * @param fingerprint of what the first request asked for
 * @param claim names the request that is working on it, by a fresh id: so it also says since when
 * @param finished whether the tweet is stored
 */
public record KeyRecord(TweetId tweet, Fingerprint fingerprint, TweetId claim, boolean finished) {
    Instant claimedAt() {
        return claim.createdAt();
    }

    KeyRecord claimedBy(TweetId other) {
        return new KeyRecord(tweet, fingerprint, other, false);
    }

    KeyRecord asFinished() {
        return new KeyRecord(tweet, fingerprint, claim, true);
    }
}
