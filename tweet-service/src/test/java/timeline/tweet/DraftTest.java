package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.draft;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.id.TweetId;
import timeline.tweetstore.Tweet;

class DraftTest {
    @Test
    void becomesATweetWhenItGetsAnId() {
        assertThat(draft(ADA, "hello", "a", "b").named(new TweetId(7)))
                .isEqualTo(new Tweet(new TweetId(7), ADA, "user42", "hello", List.of("a", "b")));
    }

    @Test
    void takesFourMediaIdsAndNoMore() {
        assertThat(draft(ADA, "x", "1", "2", "3", "4").media()).hasSize(4);
        assertThatIllegalArgumentException().isThrownBy(() -> draft(ADA, "x", "1", "2", "3", "4", "5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a/b", "../x",
            "0123456789012345678901234567890123456789012345678901234567890123x"})
    void refusesWhatIsNoMediaId(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MediaId(id));
    }
}
