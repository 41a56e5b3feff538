package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.draft;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;
import timeline.tweet.UserTimeline.Page;
import timeline.tweet.UserTimeline.UnknownUser;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.Tweet;

class UserTimelineTest {
    private final InMemoryTweets store = new InMemoryTweets(ManualClock.at("2026-03-01T12:00:00Z"));
    private final UserTimeline timeline = new UserTimeline(store, user -> {
        throw new IllegalStateException("the social graph is not to be asked");
    });

    @Test
    void aFullLastPagePromisesNoOther() {
        List<Tweet> newestFirst = post(4);

        assertThat(timeline.page(ADA, Optional.empty(), 4)).isEqualTo(new Page(newestFirst, Optional.empty()));
        assertThat(timeline.page(ADA, Optional.empty(), 3))
                .isEqualTo(new Page(newestFirst.subList(0, 3), Optional.of(newestFirst.get(2).id())));
        assertThat(timeline.page(ADA, Optional.of(newestFirst.get(2).id()), 3))
                .isEqualTo(new Page(newestFirst.subList(3, 4), Optional.empty()));
    }

    @Test
    void theSocialGraphIsAskedForAnEmptyFirstPageOnly() {
        assertThatIllegalStateException().isThrownBy(() -> timeline.page(ADA, Optional.empty(), 20));
        assertThat(timeline.page(ADA, Optional.of(new TweetId(5)), 20))
                .isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void anEmptyTimelineBelongsToASilentUserOrToNobody() {
        assertThat(new UserTimeline(store, user -> true).page(ADA, Optional.empty(), 20))
                .isEqualTo(new Page(List.of(), Optional.empty()));
        assertThat(new UserTimeline(store, user -> false).page(ADA, Optional.empty(), 20)).isEqualTo(new UnknownUser());
    }

    private List<Tweet> post(int count) {
        for (int i = 1; i <= count; i++) {
            store.post(draft("tweet " + i).named(new TweetId(100 + i)));
        }
        return store.ofAuthor(ADA, TweetId.LATEST, count);
    }
}
