package timeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.history.Script.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import timeline.id.UserId;
import timeline.history.Checker.Verdict;

/** The checker's work grows with what was seen, not with its square: a thousand scrolls of two thousand entries are judged in seconds. */
class LargeHistoryTest {
    private static final int SCROLLS = 1_000;
    private static final int ENTRIES = 2_000;
    private static final int AUTHORS = 20;
    private static final int READERS = 8;

    @Test
    @Timeout(60)
    void judgesAThousandLongScrolls() {
        Script script = new Script();
        for (int reader = 0; reader < READERS; reader++) {
            for (int author = 0; author < AUTHORS; author++) {
                script.follow(reader(reader), author(author));
            }
        }
        List<SeenTweet> newestFirst = new ArrayList<>();
        for (int number = 1; number <= ENTRIES; number++) {
            script.post(author(number % AUTHORS), number);
            newestFirst.addFirst(seen(author(number % AUTHORS), number));
        }
        SeenTweet[] timeline = newestFirst.toArray(SeenTweet[]::new);
        for (int scroll = 0; scroll < SCROLLS; scroll++) {
            script.scroll(reader(scroll % READERS), timeline);
        }
        for (int author = 0; author < AUTHORS; author++) {
            UserId user = author(author);
            script.scroll(user,
                    newestFirst.stream().filter(tweet -> tweet.author().equals(user)).toArray(SeenTweet[]::new));
        }

        Verdict verdict = Checker.check(script.history(), new Conditions(0, Duration.ofSeconds(3)));

        assertThat(verdict.isKept()).isTrue();
        assertThat(verdict.findings()).anySatisfy(finding -> {
            assertThat(finding.invariant()).isEqualTo("G3 fresh and complete");
            assertThat(finding.tested()).isGreaterThanOrEqualTo((long) (SCROLLS - READERS) * ENTRIES);
        });
    }

    private static UserId author(int number) {
        return new UserId(100 + number);
    }

    private static UserId reader(int number) {
        return new UserId(1 + number);
    }
}
