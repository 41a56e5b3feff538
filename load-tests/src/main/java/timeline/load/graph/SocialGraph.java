package timeline.load.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A small social graph with the skew of the real one: the n-th most followed user has followers in proportion to n^-1.1 (a fit to
 * the top accounts of 2022 by J. D. Cook). Who has more followers posts more (by a power of the logarithm of their number, as in Pequod's
 * workload, NSDI 2014), so much that a tenth of the users post four fifths of the tweets (Pew Research Center, 2019). Users are numbered by rank: 0 has the most followers. Nobody follows themselves or anybody twice.
 */
public final class SocialGraph {
    private static final double SKEW = 1.1;

    private static final double BUSY_USERS = 0.1;
    private static final double THEIR_TWEETS = 0.8;

    private final int[][] followers;
    /** How often the users up to and including this rank post, of all. */
    private final double[] posts;

    private SocialGraph(int[][] followers) {
        this.followers = followers;
        this.posts = cumulated(followers);
    }

    /**
     * @param users how many users there are
     * @param topFollowers the followers of the most followed one; less than {@code users}
     * @param random decides who follows; the same seed gives the same graph
     */
    public static SocialGraph skewed(int users, int topFollowers, RandomGenerator random) {
        if (topFollowers < 0 || topFollowers >= users) {
            throw new IllegalArgumentException(
                    "top followers out of range: " + topFollowers + " of " + users + " users");
        }
        int[][] followers = new int[users][];
        for (int rank = 0; rank < users; rank++) {
            int count = (int) Math.round(topFollowers * Math.pow(rank + 1.0, -SKEW));
            followers[rank] = draw(users, rank, count, random);
        }
        return new SocialGraph(followers);
    }

    /** Some authors, whom every one of some readers follows; authors follow nobody. */
    public static SocialGraph stars(int authors, int readers) {
        int[][] followers = new int[authors + readers][0];
        for (int author = 0; author < authors; author++) {
            followers[author] = java.util.stream.IntStream.range(authors, authors + readers).toArray();
        }
        return new SocialGraph(followers);
    }

    public int users() {
        return followers.length;
    }

    /** The ranks of a user's followers, ascending. */
    public int[] followersOf(int rank) {
        return followers[rank].clone();
    }

    /** How many follow relations there are. */
    public long edges() {
        return Arrays.stream(followers).mapToLong(list -> list.length).sum();
    }

    /** For each user the ranks of those whom they follow. */
    public List<List<Integer>> following() {
        List<List<Integer>> following = new ArrayList<>();
        for (int user = 0; user < users(); user++) {
            following.add(new ArrayList<>());
        }
        for (int author = 0; author < users(); author++) {
            for (int follower : followers[author]) {
                following.get(follower).add(author);
            }
        }
        return following;
    }

    /** Who posts next. */
    public int author(RandomGenerator random) {
        int place = Arrays.binarySearch(posts, random.nextDouble());
        return Math.min(place < 0 ? -place - 1 : place + 1, posts.length - 1);
    }

    /** The exponent that gives the busy users their share is found by bisection: the share only grows with it. */
    private static double[] cumulated(int[][] followers) {
        double low = 0;
        double high = 16;
        double[] cumulated = cumulated(followers, high);
        for (int step = 0; step < 40; step++) {
            double exponent = (low + high) / 2;
            cumulated = cumulated(followers, exponent);
            if (cumulated[(int) (BUSY_USERS * cumulated.length)] < THEIR_TWEETS) {
                low = exponent;
            } else {
                high = exponent;
            }
        }
        return cumulated;
    }

    private static double[] cumulated(int[][] followers, double exponent) {
        double[] cumulated = new double[followers.length];
        double sum = 0;
        for (int rank = 0; rank < followers.length; rank++) {
            int count = followers[rank].length;
            sum += count == 0 ? 0 : Math.pow(Math.log10(1.0 + count), exponent);
            cumulated[rank] = sum;
        }
        double total = sum;
        return Arrays.stream(cumulated).map(part -> total == 0 ? 0 : part / total).toArray();
    }

    /** A sample without repetition (Floyd's algorithm) out of everybody but the author. */
    private static int[] draw(int users, int author, int count, RandomGenerator random) {
        boolean[] drawn = new boolean[users - 1];
        for (int last = users - 1 - count; last < users - 1; last++) {
            int candidate = random.nextInt(last + 1);
            drawn[drawn[candidate] ? last : candidate] = true;
        }
        int[] followers = new int[count];
        int next = 0;
        for (int other = 0; other < drawn.length; other++) {
            if (drawn[other]) {
                followers[next++] = other < author ? other : other + 1;
            }
        }
        return followers;
    }
}
