package timeline.load.generator;

/** What decides when the next request is sent. */
public sealed interface Pace {
    /** Somebody who waits for an answer before asking again, so many times: a slow system is asked less. */
    record Closed(int clients) implements Pace {
        public Closed {
            if (clients < 1) {
                throw new IllegalArgumentException("clients out of range: " + clients);
            }
        }
    }

    /** Evenly spaced, whatever became of the requests before: users do not know of each other. */
    record Open(double perSecond) implements Pace {
        public Open {
            if (!(perSecond > 0)) {
                throw new IllegalArgumentException("rate out of range: " + perSecond);
            }
        }

        /** How many requests are due in so many seconds. */
        long total(int seconds) {
            return Math.round(perSecond * seconds);
        }

        /** When the n-th request is due, counted from 0, in nanoseconds from the begin. */
        long due(long n) {
            return (long) (n * 1e9 / perSecond);
        }
    }
}
