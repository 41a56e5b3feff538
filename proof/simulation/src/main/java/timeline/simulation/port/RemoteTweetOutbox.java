package timeline.simulation.port;

import java.time.Instant;
import java.util.List;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;

/** {@link TweetOutbox} behind a link. */
public record RemoteTweetOutbox(Link link, TweetOutbox outbox) implements TweetOutbox {
    @Override
    public List<OutboxEntry> pending(Instant writtenBefore, int limit) {
        return link.call("outbox.pending", writtenBefore, () -> outbox.pending(writtenBefore, limit));
    }

    @Override
    public void settle(OutboxEntry entry) {
        link.send("outbox.settle", entry.event(), () -> outbox.settle(entry));
    }

    @Override
    public Backlog backlog() {
        return link.call("outbox.backlog", "", outbox::backlog);
    }
}
