package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import timeline.drill.SingleFault.Realm;
import timeline.drill.disturbance.Turns.Turn;

/** A schedule is decided by its seed, and never takes away a substitute together with what it stands in for. */
class ScheduleTest {
    private static final int FAULTS = 4;
    private static final List<SingleFault> ALL = SingleFault.possible(true);

    private static Schedule random(long seed, int faults) {
        return Schedule.random(seed, faults, ALL);
    }

    private static String text(Schedule schedule) {
        return schedule.turns().toString();
    }

    @Test
    void theSameSeedIsTheSameSchedule() {
        assertThat(LongStream.range(0, 100))
                .allSatisfy(seed -> assertThat(text(random(seed, FAULTS)))
                        .isEqualTo(text(random(seed, FAULTS))));
        assertThat(LongStream.range(0, 100).mapToObj(seed -> text(random(seed, FAULTS))).distinct())
                .hasSizeGreaterThan(90);
    }

    @Test
    void hasAsManyFaultsAsAreAskedFor() {
        assertThat(IntStream.rangeClosed(1, 100)).allSatisfy(faults -> {
            Schedule schedule = random(faults, faults);
            assertThat(schedule.faults()).hasSize(faults);
            assertThat(schedule.turns().stream().mapToInt(turn -> turn.second().isPresent() ? 2 : 1).sum())
                    .isEqualTo(faults);
            assertThat(Schedule.single(faults, faults, ALL).turns()).hasSize(faults)
                    .allMatch(turn -> turn.second().isEmpty());
        });
    }

    @Test
    void drawsEveryFaultAndSomeOfThemTogether() {
        List<Schedule> many = LongStream.range(0, 200).mapToObj(seed -> random(seed, FAULTS)).toList();

        assertThat(many.stream().flatMap(schedule -> schedule.faults().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(many.stream().flatMap(schedule -> schedule.turns().stream())).anyMatch(
                turn -> turn.second().isPresent());
    }

    @Test
    void onlyTheCacheFailsWhileSomethingElseDoesAndThatIsTheDelivery() {
        Set<String> delivery = names(Realm.DELIVERY);
        Set<String> cache = names(Realm.CACHE);

        assertThat(LongStream.range(0, 500).mapToObj(seed -> random(seed, FAULTS))
                .flatMap(schedule -> schedule.turns().stream()).filter(turn -> turn.second().isPresent()))
                .isNotEmpty().allSatisfy(turn -> {
                    assertThat(delivery).contains(turn.first().what());
                    assertThat(cache).contains(turn.second().orElseThrow().what());
                });
    }

    @Test
    void everyFaultEnds() {
        assertThat(LongStream.range(0, 500).mapToObj(seed -> random(seed, FAULTS))
                .flatMap(schedule -> schedule.turns().stream()).map(Turn::lasting))
                .allMatch(lasting -> lasting.isPositive() && lasting.toSeconds() <= 20);
    }

    @Test
    void whereNoLinkCanBeBrokenNoFaultBreaksOne() {
        List<SingleFault> possible = SingleFault.possible(false);

        assertThat(ALL).containsAll(possible).hasSizeGreaterThan(possible.size());
        assertThat(possible).noneMatch(fault -> fault.fault().what().contains("lossy"));
        assertThat(LongStream.range(0, 200).mapToObj(seed -> Schedule.random(seed, FAULTS, possible))
                .flatMap(schedule -> schedule.faults().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(possible);
    }

    private static Set<String> names(Realm realm) {
        return ALL.stream().filter(fault -> fault.realm() == realm).map(fault -> fault.fault().what())
                .collect(Collectors.toSet());
    }
}
