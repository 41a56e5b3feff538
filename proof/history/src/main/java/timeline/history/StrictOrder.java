package timeline.history;

import java.util.Comparator;
import java.util.List;

/** G5: strictly newest first by (created_at, id), within and across pages. */
final class StrictOrder implements Invariant {
    private static final Comparator<SeenTweet> OLDEST_FIRST = Comparator.comparing(SeenTweet::createdAt)
            .thenComparing(SeenTweet::tweet);

    @Override
    public String name() {
        return "G5 strict order";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        history.answeredReads().forEach(read -> {
            List<SeenTweet> tweets = read.seen().tweets();
            for (int i = 1; i < tweets.size(); i++) {
                // An equal pair is the same tweet again: that is G4's business.
                tally.check(read.operation(), OLDEST_FIRST.compare(tweets.get(i - 1), tweets.get(i)) >= 0,
                        "tweet %s was shown above %s to %s",
                        tweets.get(i - 1).tweet(), tweets.get(i).tweet(), read.user());
            }
        });
        return tally.finding();
    }
}
