package timeline.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import timeline.drill.disturbance.Turns.Turn;

/**
 * Which faults there are to be, for how long each, and which of them together: decided by a seed, before anything happens.
 *
 * @param faults all that are in the turns, in order
 */
record Schedule(List<SingleFault> faults, List<Turn> turns) {
    private static final int SHORTEST_SECONDS = 5;
    private static final int LONGEST_SECONDS = 20;

    Schedule {
        faults = List.copyOf(faults);
        turns = List.copyOf(turns);
    }

    /** So many of these faults; some happen while another one lasts, where {@link SingleFault#mayEnclose} has it. */
    static Schedule random(long seed, int faults, List<SingleFault> possible) {
        RandomGenerator random = new SplittableRandom(seed);
        List<SingleFault> chosen = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        while (chosen.size() < faults) {
            SingleFault first = any(possible, random);
            List<SingleFault> others = random.nextBoolean() && faults - chosen.size() > 1
                    ? possible.stream().filter(first::mayEnclose).toList()
                    : List.of();
            Optional<SingleFault> second = others.isEmpty()
                    ? Optional.empty()
                    : Optional.of(any(others, random));
            chosen.add(first);
            second.ifPresent(chosen::add);
            turns.add(new Turn(first.fault(), second.map(SingleFault::fault), lasting(random)));
        }
        return new Schedule(chosen, turns);
    }

    /** So many of these faults, one at a time. */
    static Schedule single(long seed, int faults, List<SingleFault> possible) {
        RandomGenerator random = new SplittableRandom(seed);
        List<SingleFault> chosen = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        for (int n = 0; n < faults; n++) {
            chosen.add(any(possible, random));
            turns.add(new Turn(chosen.getLast().fault(), Optional.empty(), lasting(random)));
        }
        return new Schedule(chosen, turns);
    }

    /** What users have been told to expect of any of its faults, while that one lasts. */
    Tolerance tolerance() {
        return (request, during) -> faults.stream().anyMatch(fault -> fault.tolerance().allows(request, during));
    }

    private static SingleFault any(List<SingleFault> faults, RandomGenerator random) {
        return faults.get(random.nextInt(faults.size()));
    }

    private static Duration lasting(RandomGenerator random) {
        return Duration.ofSeconds(random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS + 1));
    }
}
