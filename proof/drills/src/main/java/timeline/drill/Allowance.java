package timeline.drill;

/**
 * Which share of requests may fail, beside the failures that users were told to expect.
 *
 * @param ofIdempotent of the requests that may be repeated
 * @param ofAll of all requests
 */
record Allowance(double ofIdempotent, double ofAll) {
    static final Allowance NONE = new Allowance(0, 0);
    /** What an instance held when it died may fail, if it can't be repeated: one request in 10,000. */
    static final Allowance OF_WHAT_DIED = new Allowance(0, 0.0001);
    /** 99.99 % of what may be repeated succeeds. */
    static final Allowance FOUR_NINES = new Allowance(0.0001, 0.001);
}
