package timeline.load.generator;

/**
 * What became of the requests that were due in one second.
 *
 * @param number counted from 0, since the begin of the run
 * @param phase the number of its phase, counted from 0
 */
public record Second(int number, int phase, Tally tally) {}
