package timeline.hometimeline;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.hometimeline.ModelWorld.eviction;
import static timeline.hometimeline.ModelWorld.failover;
import static timeline.hometimeline.ModelWorld.failoverThatIsNotNoticed;
import static timeline.hometimeline.ModelWorld.follow;
import static timeline.hometimeline.ModelWorld.followBackfillingFirst;
import static timeline.hometimeline.ModelWorld.post;
import static timeline.hometimeline.ModelWorld.postAskingALaggingGraph;
import static timeline.hometimeline.ModelWorld.rebuild;
import static timeline.hometimeline.ModelWorld.rebuildAsideAndRename;
import static timeline.hometimeline.ModelWorld.rebuildReadingFirst;
import static timeline.hometimeline.ModelWorld.rebuildWithoutComparison;
import static timeline.hometimeline.ModelWorld.trimWithoutRaisingTheFloor;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import timeline.hometimeline.Interleavings.Program;
import timeline.hometimeline.Interleavings.Result;

/**
 * Every order in which fan-out, readers, evictions and failovers can meet, on the smallest world in which they can hurt each other.
 * The protocol loses nothing in any of them; every shortcut loses something in some.
 */
class InterleavingsTest {
    @Test
    void losesNothingWhenAPushMeetsRebuildsAndAnEviction() {
        assertNothingLost(ModelWorld::roomy, List.of(post(1), rebuild(), eviction()), 630);
        assertNothingLost(ModelWorld::roomy, List.of(post(1), rebuild(), rebuild()), 34_650);
        assertNothingLost(ModelWorld::roomy, List.of(post(1), post(2), rebuild(), eviction()), 450_450);
        assertNothingLost(() -> ModelWorld.roomy().ready(), List.of(post(1), rebuild(), eviction(), eviction()), 6_300);
    }

    @Test
    void losesNothingWhenAFailoverForgetsWhatWasAcknowledged() {
        assertNothingLost(() -> ModelWorld.roomy().ready(), List.of(post(1), failover()), 15);
        assertNothingLost(() -> ModelWorld.roomy().ready(), List.of(post(1), rebuild(), failover()), 3_150);
        assertNothingLost(ModelWorld::roomy, List.of(post(1), rebuild(), failover(), eviction()), 34_650);
    }

    @Test
    void losesNothingWhenATimelineIsTrimmed() {
        assertNothingLost(() -> ModelWorld.tiny().ready(), List.of(post(1), post(2), eviction()), 630);
        assertNothingLost(ModelWorld::tiny, List.of(post(1), post(2), rebuild()), 34_650);
        assertNothingLost(() -> ModelWorld.tiny().ready(), List.of(post(2), post(1), rebuild(), eviction()), 450_450);
    }

    @Test
    void losesNothingWhenAFollowMeetsAPushAndARebuild() {
        assertNothingLost(() -> ModelWorld.strangers().ready(), List.of(follow(), post(1)), 35);
        assertNothingLost(ModelWorld::strangers, List.of(follow(), post(1), rebuild()), 11_550);
        assertNothingLost(() -> ModelWorld.strangers().ready(), List.of(follow(), post(1), rebuild(), eviction()),
                138_600);
    }

    @Test
    void wouldLoseTweetsIfARebuildReadTheDatabaseFirst() {
        assertSomethingLost(ModelWorld::roomy, List.of(post(1), rebuildReadingFirst()));
    }

    @Test
    void wouldLoseTweetsIfARebuiltTimelineReplacedTheOldOne() {
        assertSomethingLost(() -> ModelWorld.roomy().ready(), List.of(post(1), rebuildAsideAndRename()));
    }

    @Test
    void wouldLoseTweetsIfARebuildEndedWithoutComparison() {
        assertSomethingLost(ModelWorld::roomy, List.of(post(1), rebuildWithoutComparison(), eviction()));
    }

    @Test
    void wouldLoseTweetsIfATrimLeftTheFloorWhereItWas() {
        assertSomethingLost(() -> ModelWorld.roomy().ready(), List.of(post(1), post(2), trimWithoutRaisingTheFloor()));
    }

    @Test
    void wouldLoseTweetsIfAPromotedReplicaWereBelieved() {
        assertSomethingLost(() -> ModelWorld.roomy().ready(), List.of(post(1), failoverThatIsNotNoticed()));
    }

    @Test
    void wouldLoseTweetsIfABackfillReadBeforeTheFollowIsCommitted() {
        assertSomethingLost(() -> ModelWorld.strangers().ready(), List.of(followBackfillingFirst(), post(1)));
    }

    @Test
    void wouldLoseTweetsIfTheFanOutAskedALaggingGraph() {
        assertSomethingLost(() -> ModelWorld.strangers().ready(), List.of(follow(), postAskingALaggingGraph(1)));
    }

    private static void assertNothingLost(Supplier<ModelWorld> world, List<Program<ModelWorld>> programs, int orders) {
        Result result = Interleavings.of(world, programs, ModelWorld::losesATweet);

        assertThat(result).isEqualTo(new Result(orders, 0, null));
    }

    private static void assertSomethingLost(Supplier<ModelWorld> world, List<Program<ModelWorld>> programs) {
        Result result = Interleavings.of(world, programs, ModelWorld::losesATweet);

        assertThat(result.wrong()).as("of %d orders", result.orders()).isPositive().isLessThan(result.orders());
    }
}
