package timeline.simulation.port;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.OutboxEntry;
import timeline.outbox.Backlog;

/** {@link FollowOutbox} behind a link. */
public record RemoteFollowOutbox(Link link, FollowOutbox outbox) implements FollowOutbox {
    @Override
    public List<OutboxEntry> claimPending(int limit, Duration hold) {
        return link.call("followOutbox.claim", limit, () -> outbox.claimPending(limit, hold));
    }

    @Override
    public void settle(Collection<Long> numbers) {
        link.send("followOutbox.settle", numbers, () -> outbox.settle(numbers));
    }

    @Override
    public Backlog backlog() {
        return link.call("followOutbox.backlog", "", outbox::backlog);
    }
}
