package timeline.tour;

import java.time.Duration;

/** G8. */
final class DeletedTweet implements Chapter {
    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final int FORBIDDEN = 403;

    @Override
    public String title() {
        return "A deleted tweet is gone";
    }

    @Override
    public void tell(Guide guide, Cast cast) throws InterruptedException {
        String tweet = Page.posted(guide.post(cast.author(), "I will regret this."));
        guide.within(Duration.ofSeconds(3), cast.reader(), answer -> Page.holds(answer, tweet));
        int foreign = guide.call(cast.reader(), "DELETE", "/v1/tweets/" + tweet, null).status();
        guide.promise("nobody but the author deletes it", foreign == FORBIDDEN);
        boolean deleted = guide.call(cast.author(), "DELETE", "/v1/tweets/" + tweet, null).isOk();
        boolean gone = guide.within(BOUND, cast.reader(), answer -> answer.isOk() && !Page.holds(answer, tweet))
                .isPresent();
        guide.explain("The id may still lie in Redis: what hydration does not find in Cassandra is not shown.");
        guide.promise("G8: a deleted tweet is gone within 1 s", deleted && gone);
    }
}
