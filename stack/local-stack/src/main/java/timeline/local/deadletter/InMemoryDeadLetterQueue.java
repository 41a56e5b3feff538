package timeline.local.deadletter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same without a log: the behaviour that every implementation must show. */
public final class InMemoryDeadLetterQueue implements DeadLetterQueue {
    private final Map<LetterId, DeadLetter> letters = new HashMap<>();
    private final Map<LetterId, Settlement> settlements = new HashMap<>();
    private final List<DeadLetter> replayed = new ArrayList<>();

    /** Puts a letter in, as the fan-out does. */
    public void bury(DeadLetter letter) {
        letters.put(letter.id(), letter);
    }

    /** What was written into the sources again, in order. */
    public List<DeadLetter> replayed() {
        return List.copyOf(replayed);
    }

    @Override
    public List<DeadLetter> open() {
        return letters.values().stream().filter(letter -> !settlements.containsKey(letter.id()))
                .sorted(Comparator.comparing(DeadLetter::buried)).toList();
    }

    @Override
    public Optional<DeadLetter> find(LetterId id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public Optional<Settlement> settlement(LetterId id) {
        return Optional.ofNullable(settlements.get(id));
    }

    @Override
    public void replay(DeadLetter letter) {
        replayed.add(letter);
    }

    @Override
    public void settle(LetterId id, Settlement settlement) {
        settlements.put(id, settlement);
    }
}
