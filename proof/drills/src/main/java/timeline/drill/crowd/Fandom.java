package timeline.drill.crowd;

import java.util.OptionalLong;

/**
 * A crowd around a threshold of 10 followers. Each author has 5 loyal followers and up to 2 flighty ones, which is below nine tenths of
 * it; with 5 fickle ones as well they are above.
 */
public final class Fandom {
    private static final int THRESHOLD = 10;
    private static final int LOYAL = 5;
    private static final int FICKLE = 5;
    private static final int FLIGHTY = 2;
    private static final int FOLLOWERS = 20;

    private Fandom() {
    }

    public static CrowdPlan around(int authors) {
        return new CrowdPlan(authors, FOLLOWERS, 0, random -> (follower, author) -> bond(follower, author),
                OptionalLong.of(THRESHOLD));
    }

    /** Everybody is loyal to some, fickle to others, and flighty to others again. */
    public static Bond bond(int follower, int author) {
        int place = Math.floorMod(follower - author, FOLLOWERS);
        if (place < LOYAL) {
            return Bond.LOYAL;
        }
        if (place < LOYAL + FICKLE) {
            return Bond.FICKLE;
        }
        return place < LOYAL + FICKLE + FLIGHTY ? Bond.FLIGHTY : Bond.STRANGER;
    }
}
