package timeline.eventlog;

import java.util.function.Supplier;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Brings a topic into being as soon as Kafka lets it. The service that owns it starts without, and goes on trying; what keeps it from
 * succeeding is logged once and told to whoever asks. A topic that is there is left as it is: more partitions would break the order of
 * an author's events, and its settings are an operator's.
 *
 * <p>By hand, and not while the context starts as {@code KafkaAdmin} does by itself: a service must not need Kafka to start.
 */
public final class TopicSetup {
    private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);

    private final KafkaAdmin admin;
    private final String name;
    private final Supplier<NewTopic> definition;
    private volatile State state = new Waiting("nobody has looked for it yet");

    public TopicSetup(KafkaAdmin admin, NewTopic topic) {
        this(admin, topic.name(), () -> topic);
    }

    /** @param definition is asked for only when the topic has to be made; may ask Kafka in its turn, and fail like it */
    public TopicSetup(KafkaAdmin admin, String name, Supplier<NewTopic> definition) {
        this.admin = admin;
        this.name = name;
        this.definition = definition;
    }

    /** How far it has come. */
    public sealed interface State {}

    /** The topic is there. */
    public record There() implements State {}

    /** Kafka does not answer, or not yet as it should: to be tried again. */
    public record Waiting(String reason) implements State {}

    /** Kafka has answered, and does not want to: somebody has to do something about it. To be tried again all the same. */
    public record Refused(String reason) implements State {}

    /**
     * Tries once. Waits as long as the admin client's settings say.
     *
     * @return whether the topic is there
     */
    public boolean tryToCreate() {
        State before = state;
        state = attempt();
        if (!state.equals(before)) {
            tell(state);
        }
        return state instanceof There;
    }

    public State state() {
        return state;
    }

    public String topic() {
        return name;
    }

    private State attempt() {
        try {
            if (!exists()) {
                admin.createOrModifyTopics(definition.get());
            }
            return new There();
        } catch (RuntimeException failure) {
            return judged(failure);
        }
    }

    private boolean exists() {
        try {
            return admin.describeTopics(name).containsKey(name);
        } catch (RuntimeException failure) {
            if (answer(failure) instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw failure;
        }
    }

    private static State judged(RuntimeException failure) {
        ApiException answer = answer(failure);
        if (answer != null && !(answer instanceof RetriableException)) {
            return new Refused(named(answer));
        }
        return new Waiting(named(answer == null ? root(failure) : answer));
    }

    private static String named(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static @Nullable ApiException answer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException answer) {
                return answer;
            }
        }
        return null;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    private void tell(State now) {
        switch (now) {
            case There() -> log.info("The topic {} is there", name);
            case Waiting waiting -> log.info("The topic {} has to wait: {}", name, waiting.reason());
            case Refused refused -> log.error("Kafka refuses the topic {}: {}", name, refused.reason());
        }
    }
}
