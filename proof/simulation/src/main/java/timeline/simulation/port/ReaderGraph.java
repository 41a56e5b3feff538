package timeline.simulation.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.follow.audience.Audiences;
import timeline.follow.audience.FollowingVersion;
import timeline.home.FollowGraph;
import timeline.home.Following;
import timeline.id.UserId;

/**
 * One reading process's way to the follow-service. Like the real one it remembers each answer by its version, asks for the version
 * first, and for the rest only when that has changed.
 */
public final class ReaderGraph implements FollowGraph {
    private record Remembered(FollowingVersion version, Following following) {}

    private final Link link;
    private final Audiences audiences;
    private final Map<UserId, Remembered> remembered = new HashMap<>();

    public ReaderGraph(Link link, Audiences audiences) {
        this.link = link;
        this.audiences = audiences;
    }

    @Override
    public Following current(UserId reader, Deadline deadline) {
        Remembered last = remembered.get(reader);
        if (last != null
                && last.version()
                        .equals(link.call("graph.version", reader, deadline, () -> audiences.version(reader)))) {
            return last.following();
        }
        timeline.follow.audience.Following answer = link.call("graph.following", reader, deadline,
                () -> audiences.following(reader));
        Following following = Following.of(answer.following().toArray(), answer.pulled().toArray(),
                answer.leaving(), answer.owed().toArray());
        remembered.put(reader, new Remembered(answer.version(), following));
        return following;
    }

    @Override
    public Optional<Following> lastKnown(UserId reader) {
        return Optional.ofNullable(remembered.get(reader)).map(Remembered::following);
    }
}
