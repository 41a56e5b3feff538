package timeline.history;

import java.util.HashSet;
import java.util.Set;
import timeline.id.TweetId;

/** G4: no tweet twice, within a page or across a scroll. */
final class NoDuplicate implements Invariant {
    @Override
    public String name() {
        return "G4 no duplicate";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        history.answeredReads().forEach(read -> {
            Set<TweetId> shown = new HashSet<>();
            read.seen().tweets()
                    .forEach(tweet -> tally.check(read.operation(), shown.add(tweet.tweet()),
                            "tweet %s was shown twice to %s",
                            tweet.tweet(), read.user()));
        });
        return tally.finding();
    }
}
