package timeline.simulation.log;

import java.util.List;
import java.util.stream.Stream;
import timeline.id.UserId;
import timeline.simulation.engine.Scheduler;

/** A topic: the events of one key are in one partition, in order. */
public final class Topic<E> {
    private final List<Partition<E>> partitions;

    public Topic(Scheduler scheduler, int partitions) {
        this.partitions = Stream.generate(() -> new Partition<E>(scheduler)).limit(partitions).toList();
    }

    public void append(UserId key, E event) {
        partitions.get((int) (key.value() % partitions.size())).append(event);
    }

    public List<Partition<E>> partitions() {
        return partitions;
    }

    /** Everything that was ever published. */
    public Stream<E> events() {
        return partitions.stream().flatMap(partition -> partition.read(0, Integer.MAX_VALUE).stream());
    }

    /** How many events may not have been handled yet. */
    public long lag() {
        return partitions.stream().mapToLong(partition -> partition.unhandled().size()).sum();
    }
}
