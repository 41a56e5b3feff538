package timeline.tour;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import timeline.local.http.PushThreshold;
import timeline.local.OnInterrupt;

/** G13. */
final class Celebrity implements Chapter {
    private static final Duration FRESHNESS = Duration.ofSeconds(3);
    private static final long TWO_FOLLOWERS_ARE_MANY = 2;

    private final PushThreshold threshold;

    Celebrity(PushThreshold threshold) {
        this.threshold = threshold;
    }

    @Override
    public String title() {
        return "A celebrity is not pushed but pulled";
    }

    @Override
    public void tell(Guide guide, Cast cast) throws InterruptedException {
        long before = threshold.current();
        try (OnInterrupt _ = new OnInterrupt(() -> threshold.change(before))) {
            threshold.change(TWO_FOLLOWERS_ARE_MANY);
            guide.explain("./timeline threshold 2: from two followers on, an author is a celebrity.");
            String pulled = Page.posted(guide.post(cast.author(), "I am famous now."));
            Optional<Duration> arrived = guide.within(FRESHNESS, cast.reader(), answer -> Page.holds(answer, pulled));
            guide.explain(
                    "The fan-out put the author into the pull set and left the tweet alone; the read merges it out of "
                            + "Cassandra (stage 'celebrities').");
            guide.promise("G13 across the threshold: a celebrity's tweet is with the follower within 3 s"
                    + arrived.map(time -> " (" + time.toMillis() + " ms)").orElse(""), arrived.isPresent());
            threshold.change(before);
            String pushed = Page.posted(guide.post(cast.author(), "And just one of us again."));
            boolean back = guide.within(FRESHNESS, cast.reader(), answer -> Page.holds(answer, pushed)).isPresent();
            List<String> tweets = Page.of(guide.timeline(cast.reader())).tweets();
            guide.explain(
                    "Back below the threshold: every tweet is pushed again, while readers still pull the older ones. The first tweet "
                            + "some 18 s later brings what was left meanwhile, and the author leaves the pull set.");
            guide.promise("G13 and back: nothing is lost", back && tweets.containsAll(List.of(pulled, pushed)));
            guide.promise("G4 G5: nothing is there twice, and the newest is first", Page.strictlyDescending(tweets));
        } finally {
            threshold.change(before);
        }
    }
}
