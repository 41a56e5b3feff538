package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.tweet.Drafts.draft;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTest {
    private final Moderation words = new WordList(List.of("Spam", "été", " "));

    @ParameterizedTest
    @ValueSource(strings = {"spam", "buy SPAM now", "spam!", "#spam", "\"Spam\"", "ｓｐａｍ", "l'ÉTÉ"})
    void refusesAWordOfTheList(String text) {
        assertThat(words.judge(draft(text))).isInstanceOf(Moderation.Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spammer", "antispam", "sp am", "hello", "12", "?!"})
    void letsEverythingElsePass(String text) {
        assertThat(words.judge(draft(text))).isEqualTo(new Moderation.Verdict.Allowed());
    }
}
