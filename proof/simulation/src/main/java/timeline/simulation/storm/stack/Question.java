package timeline.simulation.storm.stack;

import java.time.Duration;
import timeline.traffic.Rank;

/**
 * A request on a wire.
 *
 * @param rank with what right it comes
 * @param time what {@link timeline.deadline.Deadline#HEADER} says
 */
public record Question(Request request, Rank rank, Duration time) {}
