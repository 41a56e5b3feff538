package timeline.simulation;

import java.util.List;
import timeline.fanout.Followers;
import timeline.home.FollowGraph;
import timeline.home.HomeTimeline;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.simulation.world.World;
import timeline.tweetstore.Tweets;

/** The cached timelines and the read path with one thing wrong. */
final class BrokenReadPaths {
    private BrokenReadPaths() {
    }

    static List<BrokenDesign> all() {
        return List.of(new DelInRebuild(), new RebuildReadsTheDatabaseFirst(), new RebuildWithoutComparison(),
                new RebuildFromARememberedGraph(), new ColdReadsAsEmpty(), new TrimWithoutFloor(),
                new FloorSurvivesFailover(), new ScoreIsTheId(), new NoOwnTweetsMerged(), new NoRefill(),
                new NoDeduplicationInTheMerge(), new DegradedInSilence(), new DeletedNotFiltered(),
                new UnfollowNotFiltered(), new NotShownAhead(), new CelebrityFlag(), new PullSetRememberedByReaders(),
                new LeavingPulledToTheEnd());
    }

    static final class DelInRebuild extends BrokenDesign {
        DelInRebuild() {
            super("a rebuilt timeline replaces the old one", Workload.COLD_START, "I1", "G1", "G3", "G6");
        }

        @Override
        protected HomeTimelineReader cacheOfReaders(HomeTimelineReader cache, World world) {
            return BrokenCaches.replacing(cache, world.stores().timelines);
        }
    }

    static final class RebuildReadsTheDatabaseFirst extends BrokenDesign {
        RebuildReadsTheDatabaseFirst() {
            super("a rebuild reads, then creates the key", Workload.COLD_START, "I1", "G1", "G3", "G6");
        }

        @Override
        protected HomeTimelineReader cacheOfReaders(HomeTimelineReader cache, World world) {
            return BrokenCaches.begunLast(cache);
        }
    }

    static final class RebuildWithoutComparison extends BrokenDesign {
        RebuildWithoutComparison() {
            super("a rebuild that was overtaken declares the timeline complete", Workload.COLD_START, "I1", "G1", "G3",
                    "G6");
        }

        @Override
        protected HomeTimelineReader cacheOfReaders(HomeTimelineReader cache, World world) {
            return BrokenCaches.uncompared(cache);
        }
    }

    static final class RebuildFromARememberedGraph extends BrokenDesign {
        RebuildFromARememberedGraph() {
            super("a rebuild takes the followees that were known last", Workload.CHURN, "I1", "G1", "G3", "G6");
        }

        @Override
        protected FollowGraph graphOfRebuilds(FollowGraph graph) {
            return BrokenGraphs.lastKnownFirst(graph);
        }
    }

    static final class ColdReadsAsEmpty extends BrokenDesign {
        ColdReadsAsEmpty() {
            super("a timeline that is not cached is taken for an empty one", Workload.COLD_START, "G1", "G3", "G6");
        }

        @Override
        protected HomeTimelineReader cacheOfReaders(HomeTimelineReader cache, World world) {
            return BrokenCaches.misread(cache, BrokenCaches::coldAsEmpty);
        }
    }

    static final class TrimWithoutFloor extends BrokenDesign {
        TrimWithoutFloor() {
            super("a trimmed timeline claims to be complete", Workload.SCROLL, "G1", "G3", "G6");
        }

        @Override
        protected HomeTimelineReader cacheOfReaders(HomeTimelineReader cache, World world) {
            return BrokenCaches.misread(cache, BrokenCaches::withoutFloor);
        }
    }

    static final class FloorSurvivesFailover extends BrokenDesign {
        FloorSurvivesFailover() {
            super("a replica that takes over is believed", Workload.BROADCAST, "I1", "G1", "G3", "G6");
        }

        @Override
        public void takeOver(World world) {
            BrokenCaches.believeTheReplica(world);
        }
    }

    static final class ScoreIsTheId extends BrokenDesign {
        ScoreIsTheId() {
            super("a 64-bit id as the score, which is a double", Workload.SCROLL, "G1", "G3", "G6");
        }

        @Override
        protected HomeTimelineReader cacheOfReaders(HomeTimelineReader cache, World world) {
            return BrokenCaches.misread(cache, BrokenCaches::scoredById);
        }
    }

    static final class NoOwnTweetsMerged extends BrokenDesign {
        NoOwnTweetsMerged() {
            super("one's own tweets come by fan-out, or not at all", Workload.READ_YOUR_WRITES, "G1", "G2", "G3");
        }

        @Override
        protected Reading reading(HomeTimeline timeline, Reading reading, World world) {
            return BrokenReads.withoutOwnTweets(reading);
        }
    }

    static final class NoRefill extends BrokenDesign {
        NoRefill() {
            super("what is dropped from a page is not replaced", Workload.SCROLL, "G1", "G2", "G3", "G6");
        }

        @Override
        protected Reading reading(HomeTimeline timeline, Reading reading, World world) {
            return BrokenReads.withoutRefill(reading, world);
        }
    }

    static final class NoDeduplicationInTheMerge extends BrokenDesign {
        NoDeduplicationInTheMerge() {
            super("a tweet from two sources is shown twice", Workload.CELEBRITY, "G4");
        }

        @Override
        protected Reading reading(HomeTimeline timeline, Reading reading, World world) {
            return BrokenReads.withoutMergingDuplicates(reading, world);
        }
    }

    static final class DegradedInSilence extends BrokenDesign {
        DegradedInSilence() {
            super("a source that failed is forgotten, and nobody is told", Workload.READ_YOUR_WRITES, "G2", "G6");
        }

        @Override
        protected Reading reading(HomeTimeline timeline, Reading reading, World world) {
            return BrokenReads.withoutFlags(reading);
        }
    }

    static final class DeletedNotFiltered extends BrokenDesign {
        DeletedNotFiltered() {
            super("bodies that were looked up are kept for ever", Workload.SCROLL, "G8");
        }

        @Override
        protected Tweets tweetsOfReaders(Tweets tweets) {
            return BrokenReads.rememberingBodies(tweets);
        }
    }

    static final class UnfollowNotFiltered extends BrokenDesign {
        UnfollowNotFiltered() {
            super("whom one has ever followed, one follows", Workload.CHURN, "G9");
        }

        @Override
        protected FollowGraph graphOfReaders(FollowGraph graph, World world) {
            return BrokenGraphs.neverUnfollowing(graph);
        }
    }

    static final class NotShownAhead extends BrokenDesign {
        NotShownAhead() {
            super("what a cold reader was shown is not added to the timeline under construction", Workload.COLD_START,
                    "G6");
        }

        @Override
        protected HomeTimelineWriter shownAhead(HomeTimelineWriter cache, World world) {
            return BrokenCaches.withoutBackfill(cache);
        }
    }

    static final class CelebrityFlag extends BrokenDesign {
        CelebrityFlag() {
            super("whether an author is pulled is a comparison, made by writer and reader each for itself",
                    Workload.CELEBRITY, "I1", "G1", "G3", "G6");
        }

        @Override
        protected Followers followers(Followers followers, World world) {
            return BrokenGraphs.withACelebrityFlag(followers);
        }

        @Override
        protected FollowGraph graphOfReaders(FollowGraph graph, World world) {
            return BrokenGraphs.withACelebrityFlag(graph, world);
        }
    }

    static final class PullSetRememberedByReaders extends BrokenDesign {
        PullSetRememberedByReaders() {
            super("readers keep their first answer to who is pulled", Workload.CELEBRITY, "G1", "G3", "G6");
        }

        @Override
        protected FollowGraph graphOfReaders(FollowGraph graph, World world) {
            return BrokenGraphs.rememberingWhoIsPulled(graph);
        }
    }

    static final class LeavingPulledToTheEnd extends BrokenDesign {
        LeavingPulledToTheEnd() {
            super("an author on the way out is pulled until the removal, also what is yet to be pushed",
                    Workload.CELEBRITY, "G6");
        }

        @Override
        protected FollowGraph graphOfReaders(FollowGraph graph, World world) {
            return BrokenGraphs.pullingToTheEnd(graph);
        }
    }
}
