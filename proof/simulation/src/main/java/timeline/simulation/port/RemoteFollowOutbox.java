package timeline.simulation.port;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.OutboxEntry;

/** {@link FollowOutbox} behind a link. */
public record RemoteFollowOutbox(Link link, FollowOutbox outbox) implements FollowOutbox {
    @Override
    public List<OutboxEntry> claim(int limit, Duration hold) {
        return link.call("followOutbox.claim", limit, () -> outbox.claim(limit, hold));
    }

    @Override
    public void delete(Collection<Long> numbers) {
        link.send("followOutbox.delete", numbers, () -> outbox.delete(numbers));
    }

    @Override
    public Backlog backlog() {
        return link.call("followOutbox.backlog", "", outbox::backlog);
    }
}
