package timeline.simulation.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import timeline.deadline.Deadline;
import timeline.fanout.Audience;
import timeline.fanout.FollowerPage;
import timeline.fanout.Followers;
import timeline.fanout.OwedBackfill;
import timeline.fanout.OwedBackfills;
import timeline.fanout.PullSet;
import timeline.fanout.PulledAuthor;
import timeline.follow.audience.Audiences;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The fan-out's way to the follow-service: its words for what that one answers. */
public record FanoutGraph(Link link, Audiences audiences, timeline.follow.audience.PullSet pullSet,
        timeline.follow.OwedBackfills owed)
        implements
            Followers,
            PullSet,
            OwedBackfills {
    @Override
    public FollowerPage page(UserId author, Optional<UserId> after, int limit, Deadline deadline) {
        timeline.follow.audience.FollowerPage page = link.call("graph.followers", author, deadline,
                () -> audiences.followers(author, after.map(UserId::value).orElse(0L), limit));
        List<UserId> followers = page.followers().stream().mapToObj(UserId::new).toList();
        OptionalLong next = page.next();
        timeline.follow.audience.Audience audience = page.audience();
        return new FollowerPage(followers,
                next.isPresent() ? Optional.of(new UserId(next.getAsLong())) : Optional.empty(), new Audience(
                        audience.followers(), audience.threshold(), audience.pulled().map(FanoutGraph::inItsWords)));
    }

    @Override
    public void enter(UserId author, TweetId from, Deadline deadline) {
        link.send("pullSet.enter", author, deadline, () -> pullSet.enter(author, from));
    }

    @Override
    public void beginWayOut(UserId author, Deadline deadline) {
        link.send("pullSet.leave", author, deadline, () -> pullSet.leave(author));
    }

    @Override
    public boolean remove(UserId author, long epoch, Deadline deadline) {
        return link.call("pullSet.remove", author, deadline, () -> pullSet.remove(author, epoch));
    }

    @Override
    public void settle(List<OwedBackfill> paid, Deadline deadline) {
        link.send("backfills.settle", paid.size(), deadline, () -> owed.settle(paid.stream()
                .map(entry -> new timeline.follow.OwedBackfill(entry.follower(), entry.author(),
                        entry.number()))
                .toList()));
    }

    @Override
    public List<OwedBackfill> oldest(Duration owedFor, int limit, Deadline deadline) {
        return link.call("backfills.oldest", limit, deadline, () -> owed.oldest(owedFor, limit)).stream()
                .map(entry -> new OwedBackfill(entry.follower(), entry.author(), entry.number())).toList();
    }

    private static PulledAuthor inItsWords(timeline.follow.audience.PulledAuthor pulled) {
        return new PulledAuthor(pulled.from(), pulled.until(), pulled.epoch());
    }
}
