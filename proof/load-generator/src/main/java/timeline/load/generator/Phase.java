package timeline.load.generator;

/**
 * A time of one pace.
 *
 * @param name for people: {@code 3x}
 * @param seconds how long, at least one
 */
public record Phase(String name, Pace pace, int seconds) {
    public Phase {
        if (seconds < 1) {
            throw new IllegalArgumentException("seconds out of range: " + seconds);
        }
    }
}
