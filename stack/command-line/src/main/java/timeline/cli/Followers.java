package timeline.cli;

import timeline.local.StackException;

/** A push threshold as users write it. */
final class Followers {
    private static final String NEVER = "inf";

    private Followers() {
    }

    /** A number of followers, or {@code inf}: never pull. */
    static long parse(String text) {
        if (text.equals(NEVER)) {
            return Long.MAX_VALUE;
        }
        try {
            long followers = Long.parseLong(text);
            if (followers >= 0) {
                return followers;
            }
        } catch (NumberFormatException notANumber) {
            throw new StackException(complaint(text), notANumber);
        }
        throw new StackException(complaint(text));
    }

    static String format(long followers) {
        return followers == Long.MAX_VALUE ? NEVER : Long.toString(followers);
    }

    private static String complaint(String text) {
        return "a threshold is a number of followers, 0 or more, or " + NEVER + ", not '" + text + "'";
    }
}
