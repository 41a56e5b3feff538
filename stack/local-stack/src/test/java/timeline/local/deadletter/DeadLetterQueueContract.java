package timeline.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every implementation of {@link DeadLetterQueue} must show. */
public interface DeadLetterQueueContract {
    DeadLetterQueue queue();

    /** Puts a letter in, as the fan-out does, and tells where it lies. */
    DeadLetter bury(String value);

    /** The values that were written into the source again, in order. */
    java.util.List<String> replayed();

    @Test
    default void listsNothingWhereNothingDied() {
        assertThat(queue().open()).isEmpty();
    }

    @Test
    default void listsWhatNobodyHasSettledOldestFirst() {
        DeadLetter first = bury("one");
        DeadLetter second = bury("two");

        assertThat(queue().open()).extracting(DeadLetter::id).containsExactly(first.id(), second.id());
    }

    @Test
    default void showsALetterWithItsCause() {
        DeadLetter buried = bury("one");

        DeadLetter found = queue().find(buried.id()).orElseThrow();

        assertThat(found.valueText()).isEqualTo("one");
        assertThat(found.cause()).isEqualTo("java.lang.IllegalStateException: poison");
        assertThat(found.sourceOffset()).isEqualTo(7);
        assertThat(found.source()).isEqualTo(buried.source());
    }

    @Test
    default void findsNoLetterWhereNoneLies() {
        DeadLetter buried = bury("one");

        assertThat(queue().find(new LetterId(buried.id().topic(), 0, 99))).isEmpty();
        assertThat(queue().find(new LetterId("elsewhere", 0, 0))).isEmpty();
    }

    @Test
    default void aSettledLetterIsListedNoMoreButFound() {
        DeadLetter gone = bury("one");
        DeadLetter left = bury("two");

        queue().settle(gone.id(), Settlement.DISCARDED);

        assertThat(queue().open()).extracting(DeadLetter::id).containsExactly(left.id());
        assertThat(queue().find(gone.id())).isPresent();
        assertThat(queue().settlement(gone.id())).contains(Settlement.DISCARDED);
        assertThat(queue().settlement(left.id())).isEmpty();
    }

    @Test
    default void replayWritesTheVeryBytesIntoTheSourceAndSettlesNothing() {
        DeadLetter letter = bury("one");

        queue().replay(letter);

        assertThat(replayed()).containsExactly("one");
        assertThat(queue().settlement(letter.id())).isEmpty();
    }
}
