package timeline.simulation.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;

/** {@link OwedDeliveries} behind a link. */
public record RemoteOwedDeliveries(Link link, OwedDeliveries owed) implements OwedDeliveries {
    @Override
    public List<OwedDelivery> pending(Instant writtenBefore, int limit) {
        return link.call("owed.pending", writtenBefore, () -> owed.pending(writtenBefore, limit));
    }

    @Override
    public List<OwedDelivery> writtenSince(Instant time) {
        return link.call("owed.new", time, () -> owed.writtenSince(time));
    }

    @Override
    public Newest newest(int limit) {
        return link.call("owed.newest", limit, () -> owed.newest(limit));
    }

    @Override
    public void settle(Collection<OwedDelivery> delivered) {
        link.send("owed.settle", delivered, () -> owed.settle(delivered));
    }
}
