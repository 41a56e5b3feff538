package timeline.simulation.world;

/**
 * The dimensions of a world.
 *
 * @param users how many there are
 * @param threshold followers from which on an author is pulled
 * @param capacity entries that a cached timeline keeps
 * @param slack entries that it may have on top of that
 * @param pageFollowers followers that the fan-out reads at once
 * @param past tweets that each of the first two users posted before the story begins
 * @param longestPage tweets that a user reads at once, at most
 * @param rebuilt entries that the rebuild of a cold timeline brings
 */
public record Shape(int users, long threshold, int capacity, int slack, int pageFollowers, int past,
        int longestPage, int rebuilt) {}
