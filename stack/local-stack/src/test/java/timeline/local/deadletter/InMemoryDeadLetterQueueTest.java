package timeline.local.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

class InMemoryDeadLetterQueueTest implements DeadLetterQueueContract {
    private final InMemoryDeadLetterQueue queue = new InMemoryDeadLetterQueue();
    private int buried;

    @Override
    public DeadLetterQueue queue() {
        return queue;
    }

    @Override
    public DeadLetter bury(String value) {
        DeadLetter letter = new DeadLetter(new LetterId("tweets.dlt", 0, buried), "tweets", 7,
                Instant.ofEpochMilli(buried++), "java.lang.IllegalStateException: poison", null,
                value.getBytes(StandardCharsets.UTF_8));
        queue.bury(letter);
        return letter;
    }

    @Override
    public List<String> replayed() {
        return queue.replayed().stream().map(DeadLetter::valueText).toList();
    }
}
