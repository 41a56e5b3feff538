package timeline.tour;

import java.time.Duration;
import java.util.Optional;

/** G3. */
final class PushedTweet implements Chapter {
    private static final Duration FRESHNESS = Duration.ofSeconds(3);

    @Override
    public String title() {
        return "A tweet is pushed into its followers' timelines";
    }

    @Override
    public void tell(Guide guide, Cast cast) throws InterruptedException {
        guide.explain(
                "The follower's first read builds her timeline from the database; from the next one on it comes from Redis.");
        guide.timeline(cast.reader());
        boolean cached = guide.within(FRESHNESS, cast.reader(),
                answer -> answer.header("Timeline-Source").orElse("").equals("cache")).isPresent();
        guide.promise("a timeline that was read is cached", cached);
        String tweet = Page.posted(guide.post(cast.author(), "Hello, followers!"));
        Optional<Duration> arrived = guide.within(FRESHNESS, cast.reader(), answer -> Page.holds(answer, tweet));
        guide.explain(
                "Kafka -> fanout-service -> follow-service (followers, page by page) -> Redis: ZADD into each cached timeline.");
        guide.promise("G3 freshness: with the follower within 3 s"
                + arrived.map(time -> " (" + time.toMillis() + " ms)").orElse(""), arrived.isPresent());
    }
}
