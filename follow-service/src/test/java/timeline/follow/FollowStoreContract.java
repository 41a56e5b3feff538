package timeline.follow;

import static org.assertj.core.api.Assertions.assertThat;

import timeline.testkit.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.FollowOutcome.LimitReached;
import timeline.follow.FollowOutcome.Unchanged;
import timeline.follow.FollowOutcome.UnknownUser;
import timeline.follow.outbox.OutboxEntry;
import timeline.id.UserId;

/** What every store of follows promises. */
public interface FollowStoreContract {
    TestGraph graph();

    @Test
    default void followsOnce() {
        Follow edge = new Follow(graph().user("ada"), graph().user("bob"));

        assertThat(graph().follows().follow(edge)).isInstanceOf(Changed.class);
        assertThat(graph().follows().follow(edge)).isEqualTo(new Unchanged());
        assertThat(followerCount(edge.followee())).isEqualTo(1);
        assertThat(followingCount(edge.follower())).isEqualTo(1);
    }

    @Test
    default void unfollowsOnce() {
        Follow edge = new Follow(graph().user("ada"), graph().user("bob"));
        graph().follows().follow(edge);

        assertThat(graph().follows().unfollow(edge)).isInstanceOf(Changed.class);
        assertThat(graph().follows().unfollow(edge)).isEqualTo(new Unchanged());
        assertThat(followerCount(edge.followee())).isZero();
        assertThat(followingCount(edge.follower())).isZero();
        assertThat(graph().follows().followers(edge.followee(), Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    default void unfollowOfWhomOneDoesNotFollowChangesNothing() {
        Follow edge = new Follow(graph().user("ada"), graph().user("bob"));

        assertThat(graph().follows().unfollow(edge)).isEqualTo(new Unchanged());
        assertThat(graph().audiences().version(edge.follower()).follows()).isZero();
    }

    @Test
    default void namesWhoIsUnknown() {
        UserId ada = graph().user("ada");
        UnknownUser unknown = new UnknownUser(TestGraph.NOBODY);

        assertThat(graph().follows().follow(new Follow(ada, TestGraph.NOBODY))).isEqualTo(unknown);
        assertThat(graph().follows().follow(new Follow(TestGraph.NOBODY, ada))).isEqualTo(unknown);
        assertThat(graph().follows().unfollow(new Follow(ada, TestGraph.NOBODY))).isEqualTo(unknown);
        assertThat(graph().follows().unfollow(new Follow(TestGraph.NOBODY, ada))).isEqualTo(unknown);
        assertThat(followerCount(ada) + followingCount(ada)).isZero();
    }

    @Test
    default void onlyChangesBecomeEvents() {
        Follow edge = new Follow(graph().user("ada"), graph().user("bob"));
        graph().follows().unfollow(edge);
        graph().follows().follow(edge);
        graph().follows().follow(edge);
        graph().follows().unfollow(edge);
        graph().follows().follow(new Follow(edge.follower(), TestGraph.NOBODY));
        graph().pass(Duration.ofSeconds(2));

        List<FollowEvent> events = graph().outbox().claimPending(10, Duration.ofMinutes(1)).stream()
                .map(OutboxEntry::event).toList();
        assertThat(events).hasSize(2).last().isEqualTo(new Unfollowed(edge.follower(), edge.followee()));
        assertThat(events.getFirst()).isInstanceOfSatisfying(Followed.class, followed -> {
            assertThat(followed.follower()).isEqualTo(edge.follower());
            assertThat(followed.author()).isEqualTo(edge.followee());
        });
    }

    @Test
    default void returnsTheEntryThatItCommitted() {
        Follow edge = new Follow(graph().user("ada"), graph().user("bob"));
        Changed changed = (Changed) graph().follows().follow(edge);
        graph().pass(Duration.ofSeconds(2));

        assertThat(graph().outbox().claimPending(10, Duration.ofMinutes(1))).containsExactly(changed.entry());
    }

    @Test
    default void pagesFollowersNewestFirst() {
        UserId star = graph().user("star");
        UserId[] fans = graph().users("fan", 7);
        Arrays.stream(fans).forEach(fan -> graph().follows().follow(new Follow(fan, star)));
        graph().follows().unfollow(new Follow(fans[0], star));
        graph().follows().follow(new Follow(fans[0], star));

        for (int limit = 1; limit <= 8; limit++) {
            List<UserId> walked = new ArrayList<>();
            long before = Long.MAX_VALUE;
            while (true) {
                List<NumberedFollow> page = graph().follows().followers(star, before, limit);
                page.forEach(line -> walked.add(line.user()));
                if (page.isEmpty()) {
                    break;
                }
                before = page.getLast().number();
            }
            assertThat(walked).containsExactly(fans[0], fans[6], fans[5], fans[4], fans[3], fans[2], fans[1]);
        }
    }

    @Test
    default void listsFolloweesWithTheirNamesNewestFirst() {
        UserId ada = graph().user("ada");
        UserId[] others = graph().users("other", 3);
        Arrays.stream(others).forEach(other -> graph().follows().follow(new Follow(ada, other)));

        assertThat(graph().follows().following(ada, Long.MAX_VALUE, 2)).map(line -> line.username().value())
                .containsExactly("other2", "other1");
        assertThat(graph().follows().following(others[0], Long.MAX_VALUE, 2)).isEmpty();
        assertThat(graph().follows().following(TestGraph.NOBODY, Long.MAX_VALUE, 2)).isEmpty();
    }

    @Test
    default void refusesMoreThanTheLimitAndStaysIdempotentThere() {
        UserId collector = graph().userFollowing(SocialGraph.MAX_FOLLOWEES);
        UserId oneMore = graph().user("onemore");
        Follow existing = new Follow(collector,
                graph().follows().following(collector, Long.MAX_VALUE, 1).getFirst().user());

        assertThat(graph().follows().follow(new Follow(collector, oneMore))).isEqualTo(new LimitReached());
        assertThat(graph().follows().follow(existing)).isEqualTo(new Unchanged());
        assertThat(graph().follows().unfollow(existing)).isInstanceOf(Changed.class);
        assertThat(graph().follows().follow(new Follow(collector, oneMore))).isInstanceOf(Changed.class);
    }

    @Test
    default void neverPassesTheLimitHoweverConcurrent() {
        UserId collector = graph().userFollowing(SocialGraph.MAX_FOLLOWEES - 3);
        UserId[] others = graph().users("other", 32);

        List<FollowOutcome> outcomes = Together.run(32,
                number -> graph().follows().follow(new Follow(collector, others[number])));

        assertThat(outcomes).filteredOn(Changed.class::isInstance).hasSize(3);
        assertThat(outcomes).filteredOn(LimitReached.class::isInstance).hasSize(29);
        assertThat(followingCount(collector)).isEqualTo(SocialGraph.MAX_FOLLOWEES);
    }

    @Test
    default void countsExactlyUnderConcurrentFollowsAndUnfollows() {
        UserId star = graph().user("star");
        UserId[] fans = graph().users("fan", 16);

        // Each fan follows and unfollows from four sides at once: 64 calls, and the outcome of each edge is open.
        Together.run(64, number -> {
            Follow edge = new Follow(fans[number % 16], star);
            return number < 32 ? graph().follows().follow(edge) : graph().follows().unfollow(edge);
        });

        List<NumberedFollow> left = graph().follows().followers(star, Long.MAX_VALUE, 100);
        assertThat(followerCount(star)).isEqualTo(left.size());
        assertThat(Arrays.stream(fans).mapToLong(this::followingCount).sum()).isEqualTo(left.size());
    }

    @Test
    default void twoUsersWhoFollowEachOtherDoNotBlockEachOther() {
        UserId[] ring = graph().users("ring", 8);

        List<FollowOutcome> outcomes = Together.run(64, number -> {
            UserId follower = ring[number % 8];
            UserId followee = ring[(number % 8 + 1 + number / 8 % 7) % 8];
            return graph().follows().follow(new Follow(follower, followee));
        });

        assertThat(outcomes).filteredOn(Changed.class::isInstance).hasSize(56);
        assertThat(outcomes).filteredOn(Unchanged.class::isInstance).hasSize(8);
        assertThat(Arrays.stream(ring).mapToLong(this::followerCount)).containsOnly(7L);
    }

    private long followerCount(UserId user) {
        return graph().users().profile(user).orElseThrow().followerCount();
    }

    private long followingCount(UserId user) {
        return graph().users().profile(user).orElseThrow().followingCount();
    }
}
