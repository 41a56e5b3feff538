package timeline.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterIdTest {
    @Test
    void isReadAsItIsWritten() {
        LetterId id = new LetterId("tweets.dlt", 3, 17);

        assertThat(id).hasToString("tweets.dlt/3/17");
        assertThat(LetterId.parse("tweets.dlt/3/17")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "tweets.dlt/3", "tweets.dlt/-1/3", "tweets.dlt/1/3/4", "a b/1/2",
            "x/9999999999/1"})
    void refusesWhatIsNoPlace(String text) {
        assertThatThrownBy(() -> LetterId.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tweets.dlt/0/17");
    }
}
