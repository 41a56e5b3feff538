package timeline.fanout.kafka;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;
import timeline.deadline.Deadline;
import timeline.fanout.UnfinishedException;

/**
 * Handles a batch of records: lanes side by side, each lane in order, and returns when all of it is done; only then are its offsets
 * committed. An outage ends the batch with an {@link Outage}, and so does its turn with an {@link UnfinishedException}: the container
 * pauses its partitions, polls, waits and hands the same batch over again, of which only what is not done yet is done. So Kafka hears
 * of the consumer in time, however large the audiences in a batch are.
 *
 * <p>It waits for its threads instead of handing futures to the container: with those, of two records of a partition that fail one
 * would be neither retried nor recovered.
 */
public final class EventListener<E> implements BatchMessageListener<byte[], byte[]> {
    private final EventSource<E> source;
    private final RecordHandler<E> handler;
    private final Lanes lanes;
    private final FanoutMetrics metrics;
    private final Supplier<Deadline> turns;

    /** @param turns begins a turn: the time for one hand-over of a batch */
    EventListener(EventSource<E> source, RecordHandler<E> handler, Lanes lanes, FanoutMetrics metrics,
            Supplier<Deadline> turns) {
        this.source = source;
        this.handler = handler;
        this.lanes = lanes;
        this.metrics = metrics;
        this.turns = turns;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<Object, List<Received<E>>> byLane = batch.stream().map(kept -> Received.read(kept, source))
                .collect(Collectors.groupingBy(Received::lane, LinkedHashMap::new, Collectors.toList()));
        Deadline turn = turns.get();
        try {
            lanes.runAll(byLane.values().stream()
                    .<Runnable>map(lane -> () -> lane.forEach(event -> handler.bringToEnd(event, turn))).toList(),
                    turn);
        } catch (UnfinishedException later) {
            metrics.unfinished();
            throw later;
        } catch (Outage outage) {
            metrics.outage(outage);
            throw outage;
        }
    }
}
