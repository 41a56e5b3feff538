package timeline.drill.crowd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.drill.stack.DrillException;
import timeline.history.Outcome;

/**
 * Some authors and their followers.
 *
 * @param client how they reach the system
 * @param calls what they do, written down
 * @param bonds of every follower to every author, but strangers
 */
public record Crowd(TimelineClient client, Calls calls, List<Session> authors, List<Session> followers,
        List<Tie> bonds) {
    private static final int HANDS = 8;
    private static final int WARM_UP_ROUNDS = 10;
    private static final int BYSTANDERS_FOLLOWED = 5;
    /** For each user, several at once. */
    private static final Duration WARM = Duration.ofMillis(10);

    /** That a follower stands to an author in this way. */
    public record Tie(Session follower, Session author, Bond bond) {}

    public Crowd {
        authors = List.copyOf(authors);
        followers = List.copyOf(followers);
        bonds = List.copyOf(bonds);
    }

    /**
     * Makes the users, lets the loyal ones follow, posts what has to be there, and has everybody read once, so that their timelines
     * are cached.
     *
     * @param prefix begins every user name; fresh for each run, at most 8 characters
     */
    public static Crowd gather(TimelineClient client, Calls calls, String prefix, CrowdPlan plan,
            RandomGenerator random) {
        List<Session> authors = register(client, calls, prefix + "a", plan.authors());
        List<Session> followers = register(client, calls, prefix + "f", plan.followers());
        Bond.Pattern pattern = plan.pattern().of(random);
        List<Tie> ties = new ArrayList<>();
        for (int follower = 0; follower < plan.followers(); follower++) {
            for (int author = 0; author < plan.authors(); author++) {
                Bond bond = pattern.between(follower, author);
                if (bond != Bond.STRANGER) {
                    ties.add(new Tie(followers.get(follower), authors.get(author), bond));
                }
            }
        }
        Crowd crowd = new Crowd(client, calls, authors, followers, ties);
        crowd.prepare(plan.tweets());
        return crowd;
    }

    public List<Session> everybody() {
        List<Session> everybody = new ArrayList<>(authors);
        everybody.addAll(followers);
        return everybody;
    }

    public List<Tie> ties(Bond bond) {
        return bonds.stream().filter(tie -> tie.bond() == bond).toList();
    }

    /** Everybody scrolls to the end. */
    public void scroll() {
        List<Session> everybody = everybody();
        Crew.work(HANDS, everybody.size(), n -> calls.scroll(everybody.get(n)));
    }

    /**
     * Further users, who follow some of each other and have posted a little. Nobody of the crowd follows them, and the history knows nothing
     * of them: they are there to make load.
     */
    public List<Session> bystanders(int count) {
        Session[] bystanders = new Session[count];
        Crew.work(HANDS, count, n -> bystanders[n] = calls.bystander(client));
        Crew.work(HANDS, count * BYSTANDERS_FOLLOWED, n -> {
            Session bystander = bystanders[n % count];
            Session author = bystanders[(n % count + 1 + n / count) % count];
            must(calls.unseen(() -> bystander.follow(author.user())));
            must(calls.unseen(() -> bystander.post("tweet " + n, "tweet-" + n)));
        });
        return List.of(bystanders);
    }

    private void prepare(int tweets) {
        List<Tie> loyal = ties(Bond.LOYAL);
        Crew.work(HANDS, loyal.size(), n -> must(
                calls.persistently(() -> calls.follow(loyal.get(n).follower(), loyal.get(n).author().user()))));
        List<Session> everybody = everybody();
        Crew.work(HANDS, everybody.size(), n -> calls.readHead(everybody.get(n)));
        Crew.work(HANDS, tweets, n -> must(calls.postPersistently(authors.get(n % authors.size()))));
        warmUp();
    }

    /** Until a stack that was just started answers as it will go on to: what it can't do yet is not what a drill is about. */
    private void warmUp() {
        List<Session> everybody = everybody();
        long took = Long.MAX_VALUE;
        for (int round = 0; round < WARM_UP_ROUNDS && took > WARM.toNanos() * everybody.size(); round++) {
            long begun = System.nanoTime();
            Crew.work(HANDS, authors.size(), n -> calls.post(authors.get(n)));
            Crew.work(HANDS, everybody.size(), n -> calls.readHead(everybody.get(n)));
            took = System.nanoTime() - begun;
        }
    }

    private static void must(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done) && !(outcome instanceof Outcome.Posted)) {
            throw new DrillException("what should be there before the drill could not be made: " + outcome);
        }
    }

    private static List<Session> register(TimelineClient client, Calls calls, String prefix, int count) {
        return IntStream.range(0, count).mapToObj(n -> calls.register(client, prefix + n)).toList();
    }
}
