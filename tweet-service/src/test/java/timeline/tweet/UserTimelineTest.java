package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;
import timeline.tweet.UserTimeline.Page;
import timeline.tweet.UserTimeline.UnknownUser;
import timeline.tweetstore.InMemoryTweets;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;

class UserTimelineTest {
    private final InMemoryTweets store = new InMemoryTweets(ManualClock.at("2026-03-01T12:00:00Z"));
    private final UserTimeline timeline = new UserTimeline(store, user -> {
        throw new IllegalStateException("the social graph is not to be asked");
    });

    @Test
    void aFullLastPagePromisesNoOther() {
        List<Tweet> newestFirst = post(4);

        assertThat(timeline.page(ADA, Optional.empty(), 4, Deadline.current()))
                .isEqualTo(new Page(newestFirst, Optional.empty()));
        assertThat(timeline.page(ADA, Optional.empty(), 3, Deadline.current()))
                .isEqualTo(new Page(newestFirst.subList(0, 3), Optional.of(newestFirst.get(2).id())));
        assertThat(timeline.page(ADA, Optional.of(newestFirst.get(2).id()), 3, Deadline.current()))
                .isEqualTo(new Page(newestFirst.subList(3, 4), Optional.empty()));
    }

    @Test
    void theSocialGraphIsAskedForAnEmptyFirstPageOnly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> timeline.page(ADA, Optional.empty(), 20, Deadline.current()));
        assertThat(timeline.page(ADA, Optional.of(new TweetId(5)), 20, Deadline.current()))
                .isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void anEmptyTimelineBelongsToASilentUserOrToNobody() {
        assertThat(new UserTimeline(store, user -> true).page(ADA, Optional.empty(), 20, Deadline.current()))
                .isEqualTo(new Page(List.of(), Optional.empty()));
        assertThat(new UserTimeline(store, user -> false).page(ADA, Optional.empty(), 20, Deadline.current()))
                .isEqualTo(new UnknownUser());
    }

    /** Whoever deletes thousands has pages that are not full, rather than one that never comes. */
    @Test
    void aPageWithoutTweetsIsNotTheEnd() {
        List<Tweet> posted = post(1);
        TweetId middle = new TweetId(150);
        Tweets deleted = new Tweets() {
            @Override
            public Slice slice(UserId author, TweetId before, int limit, Deadline deadline) {
                return middle.isBefore(before)
                        ? new Slice(List.of(), Optional.of(middle))
                        : store.slice(author, before, limit, deadline);
            }

            @Override
            public Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline) {
                return store.findAll(ids, deadline);
            }

            @Override
            public List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline) {
                throw new IllegalStateException("has no bound");
            }

            @Override
            public Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
                    Deadline deadline) {
                throw new IllegalStateException("has no bound");
            }
        };
        UserTimeline walked = new UserTimeline(deleted, user -> {
            throw new IllegalStateException("the social graph is not to be asked");
        });

        assertThat(walked.page(ADA, Optional.empty(), 20, Deadline.current()))
                .isEqualTo(new Page(List.of(), Optional.of(middle)));
        assertThat(walked.page(ADA, Optional.of(middle), 20, Deadline.current()))
                .isEqualTo(new Page(posted, Optional.empty()));
    }

    private List<Tweet> post(int count) {
        for (int i = 1; i <= count; i++) {
            store.post(draft("tweet " + i).named(new TweetId(100 + i)));
        }
        return store.ofAuthor(ADA, TweetId.LATEST, count, Deadline.current());
    }
}
