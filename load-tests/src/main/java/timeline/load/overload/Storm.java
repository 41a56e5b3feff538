package timeline.load.overload;

/**
 * A time of too many requests, and the calm after it.
 *
 * @param excess during which far more was offered than the peak
 * @param after at half of the peak
 */
record Storm(Stretch excess, Stretch after) {}
