package timeline.home.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.home.bodies.Deletions.Told;
import timeline.id.TweetId;

/** What is expected of {@link Deletions}: two instances, each of which speaks for itself. */
public interface DeletionsContract {
    Deletions deletions();

    /** The instances, which the test makes do something. */
    InMemoryDeletions instances();

    /** The name under which the port knows an instance that {@link #instances} calls "one" or "two". */
    String nameOf(String instance);

    @Test
    default void knowsAllInstances() {
        assertThat(deletions().instances()).containsExactlyInAnyOrder(nameOf("one"), nameOf("two"));
    }

    @Test
    default void tellsWhatOneInstanceNotedSinceTheMark() {
        Told first = told("one", Optional.empty());
        instances().note("one", new TweetId(5));
        instances().note("two", new TweetId(6));

        Told second = told("one", Optional.of(first));

        assertThat(second.deleted()).containsExactly(new TweetId(5));
        assertThat(second.continues()).isTrue();
        assertThat(told("one", Optional.of(second)).deleted()).isEmpty();
    }

    @Test
    default void tellsWhatIsDoneFromWhatIsInDoubt() {
        Told first = told("one", Optional.empty());
        instances().noteDoubt("one", new TweetId(5));
        instances().noteDoubt("one", new TweetId(6));
        instances().note("one", new TweetId(5));

        Told second = told("one", Optional.of(first));

        assertThat(second.deleted()).containsExactly(new TweetId(5));
        assertThat(second.inDoubt()).containsExactly(new TweetId(5), new TweetId(6));
    }

    @Test
    default void whoWasNeverAskedDoesNotContinue() {
        instances().note("two", new TweetId(Long.MAX_VALUE));

        Told told = told("two", Optional.empty());

        assertThat(told.continues()).isFalse();
        assertThat(told.deleted()).containsExactly(new TweetId(Long.MAX_VALUE));
    }

    @Test
    default void whoWasRestartedDoesNotContinue() {
        Told before = told("one", Optional.empty());
        instances().restart("one");

        Told after = told("one", Optional.of(before));

        assertThat(after.continues()).isFalse();
        assertThat(after.upTo().epoch()).isNotEqualTo(before.upTo().epoch());
        assertThat(told("one", Optional.of(after)).continues()).isTrue();
    }

    @Test
    default void whoIsSilentIsNotReplacedByAnother() {
        instances().silence("one", true);

        assertThatThrownBy(() -> told("one", Optional.empty())).isInstanceOf(DeletionsUnavailableException.class);
        assertThat(told("two", Optional.empty()).deleted()).isEmpty();
    }

    private Told told(String instance, Optional<Told> last) {
        return deletions().since(nameOf(instance), last.map(Told::upTo),
                Deadline.in(Duration.ofSeconds(5), System::nanoTime));
    }
}
