package timeline.tour;

import timeline.client.Answer;

/** G2. */
final class ReadYourWrites implements Chapter {
    @Override
    public String title() {
        return "Post a tweet and refresh: you must see it";
    }

    @Override
    public void tell(Guide guide, Cast cast) {
        String tweet = Page.posted(guide.post(cast.author(), "Is this thing on?"));
        guide.explain(
                "gateway -> tweet-service -> Cassandra: the tweet and its outbox row in one logged batch; then Kafka.");
        Answer timeline = guide.timeline(cast.author());
        guide.explain(
                "Every read merges the caller's own recent tweets out of Cassandra (stage 'own'): it waits for nobody.");
        guide.promise("G2 read-your-writes: the author's next read has the tweet", Page.holds(timeline, tweet));
    }
}
