package timeline.simulation.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Scheduler;

/**
 * Consumers that share a topic. Whoever is not heard of for three seconds is taken for dead, and another one begins at the last
 * commit; if it was not dead, both work on the same events for a while.
 */
public final class ConsumerGroup<E> {
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final int MISSED_HEARTBEATS = 3;
    private static final int BATCH = 6;

    private static final class Member<E> {
        final Machine machine;
        final BatchWork<E> work;
        int missed;

        Member(Machine machine, BatchWork<E> work) {
            this.machine = machine;
            this.work = work;
        }
    }

    /** How a consumer's commits reach the log; may throw when the log does not answer. */
    @FunctionalInterface
    public interface Commits {
        void commit(Runnable commit);
    }

    private final Scheduler scheduler;
    private final Topic<E> topic;
    private final Commits commits;
    private final List<Member<E>> members = new ArrayList<>();
    private final Map<Partition<E>, Member<E>> owners = new HashMap<>();

    public ConsumerGroup(Scheduler scheduler, Topic<E> topic, Commits commits) {
        this.scheduler = scheduler;
        this.topic = topic;
        this.commits = commits;
    }

    /** A process begins to consume, after the next rebalance. */
    public void join(Machine machine, BatchWork<E> work) {
        members.add(new Member<>(machine, work));
        rebalance();
    }

    /** Looks after the members, for ever. */
    public void coordinate() {
        while (true) {
            scheduler.pause(HEARTBEAT);
            members.forEach(member -> member.missed = member.machine.isCrashed() || member.machine.isStopped()
                    ? member.missed + 1
                    : 0);
            rebalance();
        }
    }

    /** Takes a partition from its consumer and begins again further back, as after a commit that was lost. */
    public void redeliver(Partition<E> partition, int eventsBack) {
        Member<E> owner = owners.get(partition);
        if (owner != null) {
            hand(partition, owner, eventsBack);
        }
    }

    private void rebalance() {
        List<Member<E>> present = members.stream().filter(member -> member.missed < MISSED_HEARTBEATS).toList();
        int next = 0;
        for (Partition<E> partition : topic.partitions()) {
            if (!present.isEmpty()) {
                Member<E> due = present.get(next++ % present.size());
                if (owners.get(partition) != due) {
                    hand(partition, due, 0);
                }
            }
        }
        members.removeIf(member -> member.machine.isCrashed() && member.missed >= MISSED_HEARTBEATS);
    }

    private void hand(Partition<E> partition, Member<E> to, int eventsBack) {
        owners.put(partition, to);
        long generation = partition.seize(eventsBack);
        to.machine.spawn("consumer", () -> consume(partition, generation, to.work));
    }

    private void consume(Partition<E> partition, long generation, BatchWork<E> work) {
        int position = partition.committed();
        while (partition.isCurrent(generation)) {
            List<E> batch = partition.read(position, BATCH);
            if (batch.isEmpty()) {
                partition.awaitChange();
                continue;
            }
            int end = position + batch.size();
            work.handle(batch, () -> commits.commit(() -> partition.commit(generation, end)));
            position = end;
        }
    }
}
