package timeline.simulation;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import timeline.event.TweetEvent;
import timeline.home.FollowGraph;
import timeline.home.owed.Ceiling;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.simulation.log.BatchWork;
import timeline.simulation.world.World;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweetstore.OwedDeliveries;

/** The book of debts with one thing wrong. */
final class BrokenDebtBooks {
    private BrokenDebtBooks() {
    }

    static List<BrokenDesign> all() {
        return List.of(new RowGoesWhenPublished(), new RowGoesWhenTaken(), new RowGoesWithoutTheLostShard(),
                new DebtsInMemory(), new DebtsNeverSettled(), new NoLateDelivery(), new NoCeiling(),
                new AnyListBelieved(), new PageBeforeList(), new GraphBeforeList(),
                new ListNotAdded(), new SettledAtOnce(), new NoSecondLook(), new ReplacedPrimaryAnswers(),
                new LeftThoughAShardIsLost());
    }

    static final class RowGoesWhenPublished extends BrokenDesign {
        RowGoesWhenPublished() {
            super("what Kafka has is not owed any more", Workload.BROADCAST, "I1");
        }

        @Override
        protected TweetEvents events(TweetEvents events, World world) {
            return BrokenDebts.settledWhenPublished(events, world);
        }
    }

    static final class RowGoesWhenTaken extends BrokenDesign {
        RowGoesWhenTaken() {
            super("what a consumer has read is not owed any more", Workload.BROADCAST, "I1");
        }

        @Override
        protected BatchWork<TweetEvent> consumingTweets(BatchWork<TweetEvent> work, World world) {
            return BrokenDebts.settledWhenTaken(work, world);
        }
    }

    static final class RowGoesWithoutTheLostShard extends BrokenDesign {
        RowGoesWithoutTheLostShard() {
            super("what a part of the cache did not take is not owed any more", Workload.BROADCAST, "I1");
        }

        @Override
        protected HomeTimelineWriter cacheOfFanout(HomeTimelineWriter cache) {
            return BrokenCaches.missedTakenForDelivered(cache);
        }
    }

    static final class DebtsInMemory extends BrokenDesign {
        DebtsInMemory() {
            super("what a part of the cache did not take is kept in memory, and not owed any more", Workload.BROADCAST,
                    "I1", "G1", "G3");
        }

        @Override
        protected HomeTimelineWriter cacheOfFanout(HomeTimelineWriter cache) {
            return BrokenDebts.keptInMemory(cache);
        }
    }

    static final class DebtsNeverSettled extends BrokenDesign {
        DebtsNeverSettled() {
            super("what is delivered stays in the book of debts", Workload.BROADCAST, "I13");
        }

        @Override
        protected OwedDeliveries owedDeliveries(OwedDeliveries owed) {
            return BrokenDebts.neverSettled(owed);
        }
    }

    static final class NoCeiling extends BrokenDesign {
        NoCeiling() {
            super("readers do not ask what is owed", Workload.BROADCAST, "G15", "G3");
        }

        @Override
        protected Ceiling ceiling(Ceiling ceiling) {
            ceiling.turn(false);
            return ceiling;
        }
    }

    static final class AnyListBelieved extends BrokenDesign {
        AnyListBelieved() {
            super("a look at the debts that fails is taken for one that found none", Workload.BROADCAST, "G15",
                    "G3");
        }

        @Override
        protected OwedDeliveries owedDeliveriesOfReaders(OwedDeliveries owed) {
            return BrokenDebts.silenceTakenForNone(owed);
        }
    }

    static final class PageBeforeList extends BrokenDesign {
        PageBeforeList() {
            super("the page was read before the debts were", Workload.BROADCAST, "G15", "G3", "G6", "G1");
        }

        @Override
        protected HomeTimelineReader cacheOfReaders(HomeTimelineReader cache, World world) {
            return BrokenDebts.pagesReadBefore(cache, world);
        }
    }

    static final class ListNotAdded extends BrokenDesign {
        ListNotAdded() {
            super("what was shown because it is owed is not added to the timeline", Workload.READ_YOUR_WRITES, "G6");
        }

        @Override
        protected HomeTimelineWriter shownAhead(HomeTimelineWriter cache, World world) {
            return BrokenDebts.notAdded(cache, world);
        }
    }

    static final class NoLateDelivery extends BrokenDesign {
        NoLateDelivery() {
            super("nobody delivers what is still owed after a while", Workload.BROADCAST, "I13");
        }

        @Override
        protected OwedDeliveries owedDeliveries(OwedDeliveries owed) {
            return BrokenDebts.neverReadAgain(owed);
        }
    }

    static final class GraphBeforeList extends BrokenDesign {
        GraphBeforeList() {
            super("whom to follow and to pull was read before the debts were", Workload.CELEBRITY, "G15", "G3", "G6",
                    "G9");
        }

        @Override
        protected FollowGraph graphOfReaders(FollowGraph graph, World world) {
            return BrokenDebts.GraphReadBefore.of(graph, world);
        }

        @Override
        protected FollowGraph graphOfRebuilds(FollowGraph graph) {
            return ((BrokenDebts.GraphReadBefore) graph).graph();
        }
    }

    static final class SettledAtOnce extends BrokenDesign {
        SettledAtOnce() {
            super("what was delivered is not owed any more a moment later, whoever took it", Workload.BROADCAST, "I1",
                    "G15");
        }

        @Override
        protected CachePrimaries primaries(CachePrimaries primaries) {
            return BrokenDebts.neverReplaced(primaries);
        }

        @Override
        protected LongSupplier clockOfSettling(LongSupplier nanoTime) {
            return () -> 1_000 * nanoTime.getAsLong();
        }
    }

    static final class NoSecondLook extends BrokenDesign {
        NoSecondLook() {
            super("nobody asks whether the primary that took a push is still one", Workload.BROADCAST, "I1", "G15");
        }

        @Override
        protected CachePrimaries primaries(CachePrimaries primaries) {
            return BrokenDebts.neverReplaced(primaries);
        }
    }

    static final class ReplacedPrimaryAnswers extends BrokenDesign {
        ReplacedPrimaryAnswers() {
            super("a primary that was replaced answers for as long as somebody believes it", Workload.BROADCAST, "G15",
                    "G3");
        }

        @Override
        public Duration believed() {
            return Duration.ofSeconds(30);
        }
    }

    static final class LeftThoughAShardIsLost extends BrokenDesign {
        LeftThoughAShardIsLost() {
            super("an author leaves the pull set though a part of the cache did not take what was left",
                    Workload.CELEBRITY,
                    "I1", "G15", "G6", "G3");
        }

        @Override
        protected HomeTimelineWriter cacheOfFanout(HomeTimelineWriter cache) {
            return BrokenDebts.backfillingWhatAnswers(cache);
        }
    }
}
