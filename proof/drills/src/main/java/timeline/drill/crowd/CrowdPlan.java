package timeline.drill.crowd;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Who takes part in a drill.
 *
 * @param tweets how many tweets there are before it begins, spread evenly over the authors
 * @param pattern makes the bonds, from the run's seed
 * @param threshold the push threshold during the drill, in followers; empty leaves it as it is
 */
public record CrowdPlan(int authors, int followers, int tweets, Bonds pattern, OptionalLong threshold) {
    /** Decides the graph. */
    @FunctionalInterface
    public interface Bonds {
        Bond.Pattern of(RandomGenerator random);
    }

    /** Everybody follows about half of the authors. */
    public static CrowdPlan half(int authors, int followers) {
        return new CrowdPlan(authors, followers, 0,
                random -> (follower, author) -> random.nextBoolean() ? Bond.LOYAL : Bond.STRANGER,
                OptionalLong.empty());
    }

    /** Everybody follows everybody who writes, but for one author each, whom they follow and leave at any time. */
    public static CrowdPlan mostlyLoyal(int authors, int followers) {
        return new CrowdPlan(authors, followers, 0,
                random -> (follower, author) -> follower % authors == author ? Bond.FLIGHTY : Bond.LOYAL,
                OptionalLong.empty());
    }

    /** Everybody follows everybody who writes. */
    public static CrowdPlan all(int authors, int followers, int tweets) {
        return new CrowdPlan(authors, followers, tweets, random -> (follower, author) -> Bond.LOYAL,
                OptionalLong.empty());
    }
}
