package timeline.traffic;

import java.util.Locale;

/** What is let in first when not all can be: each rank may fill its share of the limit. */
public enum Rank {
    /** Was let in at the front already, or writes: one of a thousand, and its user has typed it. */
    FIRST(1),
    /** A further page: what was begun is finished first. */
    FURTHER_PAGE(0.95),
    /** A first page, a profile, a tweet. */
    READ(0.9),
    /** Lists, sign-up, tokens. */
    LATER(0.6),
    /** Work that nobody waits for, and that comes again. */
    BACKGROUND(0.5);

    private final double share;

    Rank(double share) {
        this.share = share;
    }

    /** By which it is counted. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    double share() {
        return share;
    }
}
