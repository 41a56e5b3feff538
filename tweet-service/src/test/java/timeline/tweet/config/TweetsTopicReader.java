package timeline.tweet.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import timeline.event.EventCodec;
import timeline.event.Topics;
import timeline.event.TweetEvent;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.UserId;
import timeline.testkit.TestStores;

/** Reads the topic from its beginning, as a fan-out that was away would. */
final class TweetsTopicReader implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStores.kafka().bootstrapServers(),
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new StringDeserializer(), new ByteArrayDeserializer());
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    /** The author's events so far, in the order in which they were published; repetitions included. */
    List<TweetEvent> eventsOf(UserId author) {
        poll();
        return read.stream().filter(record -> record.key().equals(EventCodec.key(author)))
                .map(record -> EventCodec.decodeTweetEvent(record.value())).toList();
    }

    /** The same, but for the time at which a delivery was owed, which only the service knows. */
    List<TweetEvent> undatedEventsOf(UserId author) {
        return eventsOf(author).stream().map(event -> event instanceof TweetPosted posted
                ? new TweetPosted(posted.tweet(), posted.author())
                : event).toList();
    }

    /** How many partitions the topic has. */
    int partitions() {
        return consumer.partitionsFor(Topics.TWEETS).size();
    }

    private void poll() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(consumer.partitionsFor(Topics.TWEETS).stream()
                    .map(partition -> new TopicPartition(Topics.TWEETS, partition.partition())).toList());
        }
        consumer.poll(Duration.ofMillis(200)).forEach(read::add);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
