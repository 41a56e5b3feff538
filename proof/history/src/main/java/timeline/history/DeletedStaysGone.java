package timeline.history;

import java.time.Duration;

/** G8: a deleted tweet is gone from every read that begins a second after the deletion was acknowledged, for ever. */
final class DeletedStaysGone implements Invariant {
    private static final long BOUND_NANOS = Duration.ofSeconds(1).toNanos();

    @Override
    public String name() {
        return "G8 deleted stays gone";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        Deletions deletions = new Deletions(history);
        history.answeredReads().forEach(read -> read.seen().tweets().forEach(tweet -> tally.check(read.operation(),
                deletions.acknowledgedAt(tweet.tweet())
                        .map(gone -> read.operation().invokedNanos() < gone + BOUND_NANOS).orElse(true),
                "tweet %s was shown to %s after it was deleted", tweet.tweet(), read.user())));
        return tally.finding();
    }
}
