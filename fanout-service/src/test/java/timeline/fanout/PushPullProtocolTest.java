package timeline.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.fanout.Stage.AUTHOR;
import static timeline.fanout.Stage.reader;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.Exploration.Actor;
import timeline.fanout.Exploration.Result;
import timeline.fanout.Exploration.Scene;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.id.TweetId;
import timeline.tweetstore.Tweets;

/**
 * Every order in which the calls of a worker, of a worker that is taken for dead and is not, and of a moving threshold can meet (ADR
 * 0004). After each single step a reader must see every tweet that was handled: left to the readers, pushed, or pushed after the fact.
 */
class PushPullProtocolTest {
    private static final long PULL = 1;
    private static final long PUSH = Long.MAX_VALUE;

    @Test
    void losesNothingWhenTheThresholdMovesWhileTweetsAreHandled() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PUSH);
            return play.scene(play.worker(3), play.threshold(PULL, PUSH, PULL, PUSH));
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isZero();
        assertThat(result.orders()).isGreaterThan(100);
    }

    @Test
    void losesNothingWhenTwoWorkersLeadTheAuthorOut() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PULL);
            TweetPosted left = play.leftTweet();
            play.stage.graph.changeThreshold(PUSH);
            return play.scene(play.worker(1), play.exit(left));
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isZero();
        assertThat(result.orders()).isGreaterThan(1000);
    }

    @Test
    void losesNothingWhenTheAuthorGrowsAgainOnTheWayOut() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PULL);
            TweetPosted left = play.leftTweet();
            return play.scene(play.worker(1), play.exit(left), play.threshold(PUSH));
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isZero();
        assertThat(result.orders()).isGreaterThan(1000);
    }

    @Test
    void wouldLoseTweetsIfTheDatabaseWereReadBeforeTheAuthorIsLeaving() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PULL);
            TweetPosted left = play.leftTweet();
            return play.scene(play.worker(1), play.exitReadingFirst(left));
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isPositive();
    }

    @Test
    void wouldLoseTweetsIfTheRemovalDidNotCompareTheEpoch() {
        Result result = Exploration.of(() -> {
            Play play = new Play(PULL);
            TweetPosted left = play.leftTweet();
            return play.scene(play.worker(1), play.exitWithoutComparison(left));
        });

        assertThat(result.wrong()).as("of %d orders", result.orders()).isPositive();
    }

    /** One author, one reader, and the actors around them. */
    private static final class Play {
        final Stage stage;
        private final Set<TweetId> handled = ConcurrentHashMap.newKeySet();

        Play(long threshold) {
            stage = new Stage(threshold);
            stage.followedBy(1);
        }

        /** A tweet that was left to the readers before the play begins. */
        TweetPosted leftTweet() {
            TweetPosted tweet = stage.post();
            stage.handle(tweet);
            handled.add(tweet.tweet());
            return tweet;
        }

        Scene scene(Actor... actors) {
            return new Scene(List.of(actors), () -> stage.visibleTo(reader(1)).containsAll(handled));
        }

        /** The author posts, a worker handles it, and so on. */
        Actor worker(int tweets) {
            return new Actor(actor -> {
                FanoutWorker worker = new FanoutWorker(actor.at(Followers.class, stage.graph),
                        actor.at(PullSet.class, stage.graph), new FanoutPolicy(), actor.at(Tweets.class, stage.tweets),
                        actor.at(HomeTimelineWriter.class, stage.cache), 10);
                return () -> {
                    for (int i = 0; i < tweets; i++) {
                        TweetPosted tweet = stage.post();
                        worker.handle(tweet);
                        handled.add(tweet.tweet());
                    }
                };
            });
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

        /** A worker on its way out with the author, perhaps long taken for dead. */
        Actor exit(TweetPosted any) {
            return new Actor(actor -> {
                CelebrityExit exit = new CelebrityExit(new EachPage(actor.at(Followers.class, stage.graph), 10),
                        actor.at(PullSet.class, stage.graph), actor.at(Tweets.class, stage.tweets),
                        actor.at(HomeTimelineWriter.class, stage.cache));
                return () -> exit.lead(any.author());
            });
        }

        /** Broken: a tweet that is left between the two steps is in neither. */
        Actor exitReadingFirst(TweetPosted left) {
            return brokenExit(left, graph -> {}, true);
        }

        /** Broken: whoever has entered the author again meanwhile relies on it. */
        Actor exitWithoutComparison(TweetPosted left) {
            return brokenExit(left, graph -> graph.leave(AUTHOR), false);
        }

        private Actor brokenExit(TweetPosted left, Consumer<InMemoryFollowGraph> beforeRemoval, boolean readFirst) {
            return new Actor(actor -> () -> {
                AuthorHistory early = AuthorHistory.read(stage.tweets, AUTHOR, left.tweet());
                if (readFirst) {
                    actor.stop();
                }
                long epoch = stage.graph.leave(AUTHOR).orElseThrow().epoch();
                actor.stop();
                AuthorHistory history = readFirst ? early : AuthorHistory.read(stage.tweets, AUTHOR, left.tweet());
                stage.cache.backfill(history.entries(), history.completeFrom(), List.of(reader(1)));
                actor.stop();
                beforeRemoval.accept(stage.graph);
                stage.graph.pulled(AUTHOR)
                        .ifPresent(now -> stage.graph.remove(AUTHOR, readFirst ? epoch : now.epoch()));
            });
        }
    }
}
