package timeline.load.graph;

import timeline.local.UsageException;

/** The names of a population: a prefix and the rank. */
public final class Usernames {
    private static final int LONGEST = 15;

    private Usernames() {
    }

    /** @throws UsageException when the names of so many users would be longer than the system takes */
    public static void require(String prefix, int users) {
        String last = prefix + (users - 1);
        if (last.length() > LONGEST) {
            throw new UsageException("so many users would need names like " + last + ", longer than " + LONGEST
                    + " characters");
        }
    }
}
