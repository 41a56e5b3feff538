package timeline.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.fanout.Stage.AUTHOR;
import static timeline.fanout.Stage.reader;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.Exploration.Actor;
import timeline.fanout.Exploration.Result;
import timeline.fanout.Exploration.Scene;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.id.TweetId;
import timeline.tweetstore.Tweets;

/**
 * Every order in which the calls of a worker, of a worker that is taken for dead and is not, and of a moving threshold can meet (ADR
 * 0004). After each single step a reader must see every tweet that was handled, left to the readers, pushed, or pushed after the fact;
 * and every tweet that was seen once.
 */
class PushPullProtocolTest {
    private static final long PULL = 1;
    private static final long PUSH = Long.MAX_VALUE;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void losesNothingWhenTheThresholdMovesWhileTweetsAreHandled() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PUSH);
            return play.scene(play.worker(3, LONG), play.threshold(PULL, PUSH, PULL, PUSH));
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isZero();
        assertThat(result.orders()).isGreaterThan(100);
    }

    @Test
    void losesNothingWhenTwoWorkersLeadTheAuthorOut() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PULL);
            play.leaveOneAndBeginTheWayOut();
            return play.scene(play.worker(1, LONG), play.zombie());
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isZero();
        assertThat(result.orders()).isGreaterThan(500);
    }

    @Test
    void losesNothingWhenTheAuthorGrowsAgainOnTheWayOut() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PULL);
            play.leaveOneAndBeginTheWayOut();
            return play.scene(play.worker(1, LONG), play.zombie(), play.threshold(PULL));
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isZero();
        assertThat(result.orders()).isGreaterThan(1000);
    }

    @Test
    void wouldLoseTweetsIfTheDatabaseWereReadBeforeTheAuthorIsLeaving() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PULL);
            play.leaveOne();
            return play.scene(play.worker(1, LONG), play.exitReadingFirst());
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isPositive();
    }

    @Test
    void wouldLoseTweetsIfTheRemovalDidNotCompareTheEpoch() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PULL);
            play.leaveOne();
            return play.scene(play.worker(1, LONG), play.exitWithoutComparison());
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isPositive();
    }

    @Test
    void wouldTakeBackWhatWasSeenIfTheWayOutEndedWithTheTweetThatBeganIt() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PULL);
            play.leaveOne();
            play.stage.graph.changeThreshold(PUSH);
            return play.scene(play.worker(1, SHORT), play.exitAtOnce());
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isPositive();
    }

    /** One author, one reader, and the actors around them. */
    private static final class Play {
        final Stage stage;
        private final Set<TweetId> handled = ConcurrentHashMap.newKeySet();
        private final Set<TweetId> seen = new HashSet<>();

        Play(long threshold) {
            stage = new Stage(threshold);
            stage.followedBy(1);
        }

        /** A tweet that was left to the readers before the play begins. */
        void leaveOne() {
            TweetPosted tweet = stage.post();
            stage.handle(tweet);
            handled.add(tweet.tweet());
        }

        void leaveOneAndBeginTheWayOut() {
            leaveOne();
            stage.graph.changeThreshold(PUSH);
            TweetPosted tweet = stage.post();
            stage.handle(tweet);
            handled.add(tweet.tweet());
        }

        Scene scene(Actor... actors) {
            return new Scene(List.of(actors), this::isRight);
        }

        private boolean isRight() {
            Set<TweetId> visible = Set.copyOf(stage.visibleTo(reader(1)));
            boolean right = visible.containsAll(handled) && visible.containsAll(seen);
            seen.addAll(visible);
            return right;
        }

        /** The author posts, a worker handles it, and so on, until the author can be out of the pull set. */
        Actor worker(int tweets, Duration pace) {
            return new Actor(actor -> {
                FanoutWorker worker = workerOf(actor);
                return () -> {
                    for (int i = 0; i < tweets; i++) {
                        handle(worker, stage.postAfter(pace));
                    }
                };
            });
        }

        /** Another worker, who has decided to lead the author out, and is taken for dead. */
        Actor zombie() {
            PulledAuthor leaving = stage.graph.pulled(AUTHOR).orElseThrow();
            return new Actor(actor -> {
                EachPage eachPage = new EachPage(actor.at(Followers.class, stage.graph), 10);
                CelebrityExit exit = new CelebrityExit(eachPage,
                        actor.at(PullSet.class, stage.graph), actor.at(Tweets.class, stage.tweets),
                        actor.at(HomeTimelineWriter.class, stage.cache), stage.cache);
                return () -> exit.lead(AUTHOR, leaving, new Progress(), Deadline.current());
            });
        }

        private FanoutWorker workerOf(Actor actor) {
            return new FanoutWorker(actor.at(Followers.class, stage.graph), actor.at(PullSet.class, stage.graph),
                    new FanoutPolicy(), actor.at(Tweets.class, stage.tweets),
                    actor.at(HomeTimelineWriter.class, stage.cache), stage.cache, 10);
        }

        private void handle(FanoutWorker worker, TweetPosted tweet) {
            worker.handle(tweet, new Progress(), Deadline.current());
            handled.add(tweet.tweet());
        }

        Actor threshold(long... values) {
            return new Actor(actor -> () -> {
                for (int i = 0; i < values.length; i++) {
                    stage.graph.changeThreshold(values[i]);
                    if (i + 1 < values.length) {
                        actor.stop();
                    }
                }
            });
        }

        /** Broken: a tweet that is left between the two steps is in neither. */
        Actor exitReadingFirst() {
            return brokenExit(graph -> {}, true);
        }

        /** Broken: whoever has entered the author again meanwhile relies on it. */
        Actor exitWithoutComparison() {
            return brokenExit(graph -> graph.beginWayOut(AUTHOR, Deadline.current()), false);
        }

        /** Broken: what was pulled meanwhile, and is yet to be pushed, is gone. */
        Actor exitAtOnce() {
            return brokenExit(graph -> {}, false);
        }

        private Actor brokenExit(Consumer<InMemoryFollowGraph> beforeRemoval, boolean readFirst) {
            return new Actor(actor -> () -> {
                AuthorHistory early = AuthorHistory.read(stage.tweets, AUTHOR, TweetId.EARLIEST, Deadline.current());
                if (readFirst) {
                    actor.stop();
                }
                stage.graph.beginWayOut(AUTHOR, Deadline.current());
                long epoch = stage.graph.pulled(AUTHOR).orElseThrow().epoch();
                actor.stop();
                AuthorHistory history = readFirst
                        ? early
                        : AuthorHistory.read(stage.tweets, AUTHOR, TweetId.EARLIEST, Deadline.current());
                stage.cache.backfill(history.entries(), history.completeFrom(), List.of(reader(1)), Deadline.current());
                actor.stop();
                Optional<PulledAuthor> before = stage.graph.pulled(AUTHOR);
                beforeRemoval.accept(stage.graph);
                boolean compares = stage.graph.pulled(AUTHOR).equals(before);
                stage.graph.pulled(AUTHOR)
                        .ifPresent(
                                now -> stage.graph.remove(AUTHOR, compares ? epoch : now.epoch(), Deadline.current()));
            });
        }
    }
}
