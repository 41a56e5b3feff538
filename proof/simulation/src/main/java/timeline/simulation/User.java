package timeline.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.Outcome;
import timeline.simulation.Workload.Mix;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.world.World;

/** A user at one device: thinks, does something, thinks again. */
final class User {
    private static final int ACTIONS = 10;
    private static final int RUSH = 6;
    private static final int TRIES = 6;
    /** Whoever waits for the next round number of milliseconds posts in the same one as others. */
    private static final long ROUND = Duration.ofMillis(200).toNanos();

    /** Longer than an author's way out of the pull set takes. */
    private static final long AWAY = Duration.ofSeconds(20).toNanos();

    private final Client client;
    private final Workload workload;
    private final List<Client> everybody;
    private final Scheduler scheduler;
    private final SplittableRandom random;
    private final InMemoryHomeTimelines timelines;
    private final int longestPage;
    private final int device;
    /** What the user has posted without an answer, oldest first. */
    private final Deque<String> unanswered = new ArrayDeque<>();
    private int written;

    User(Client client, Workload workload, List<Client> everybody, World world, int device) {
        this.client = client;
        this.workload = workload;
        this.everybody = everybody;
        this.scheduler = world.scheduler();
        this.random = scheduler.random();
        this.timelines = world.stores().timelines;
        this.longestPage = world.shape().longestPage();
        this.device = device;
    }

    void live() {
        if (device == 1) {
            followSome();
        }
        for (int action = 0; action < ACTIONS; action++) {
            think();
            if (random.nextDouble() < workload.away()) {
                scheduler.pause(AWAY - scheduler.nanos() % AWAY);
                rush();
            } else {
                act();
            }
        }
    }

    /** Whoever comes back is in a hurry: the popular have much to tell, the others look again and again. */
    private void rush() {
        boolean popular = client == everybody.getFirst();
        boolean newcomer = random.nextBoolean();
        for (int action = 0; action < RUSH; action++) {
            scheduler.pause(random.nextLong(1, ROUND / 4));
            if (popular) {
                post(action == 0 || unanswered.isEmpty() ? text() : unanswered.removeFirst());
            } else if (newcomer && action == 0) {
                client.follow(everybody.getFirst().user());
            } else {
                client.readHead(longestPage);
            }
        }
    }

    /** With a key, so that it can be tried again when the user comes back. */
    private void post(String text) {
        if (!(client.post(text, key(text)) instanceof Outcome.Posted)) {
            unanswered.add(text);
        }
    }

    private static Optional<String> key(String text) {
        return Optional.of("key-" + text.replace(' ', '-'));
    }

    private void followSome() {
        for (Client other : everybody) {
            if (other != client && random.nextDouble() < workload.density()) {
                client.follow(other.user());
            }
        }
    }

    private void think() {
        long nanos = random.nextLong(1, 2 * ROUND);
        boolean together = random.nextInt(3) == 0;
        scheduler.pause(together ? ROUND - scheduler.nanos() % ROUND : nanos);
    }

    private void act() {
        Mix mix = workload.mix();
        int left = random.nextInt(mix.sum());
        if ((left -= mix.post()) < 0) {
            if (workload.away() > 0) {
                post(text());
            } else {
                client.post(text(), Optional.empty());
            }
        } else if ((left -= mix.delete()) < 0) {
            delete();
        } else if ((left -= mix.follow()) < 0) {
            client.follow(somebody());
        } else if ((left -= mix.unfollow()) < 0) {
            client.unfollow(somebody());
        } else if ((left -= mix.head()) < 0) {
            lose();
            client.readHead(1 + random.nextInt(longestPage + 2));
        } else if ((left -= mix.scroll()) < 0) {
            lose();
            client.scroll((longestPage + 3) / 4 + random.nextInt(longestPage));
        } else {
            postUntilAcknowledged();
        }
    }

    /** The cached timeline goes soon, and perhaps again while it is being rebuilt. */
    private void lose() {
        while (random.nextDouble() < workload.cold()) {
            long soon = random.nextLong(1, ROUND / 4);
            scheduler.outside().spawn("eviction", () -> {
                scheduler.pause(soon);
                timelines.evict(client.user());
            });
        }
    }

    /** Until there is an answer. */
    private void delete() {
        List<TweetId> posted = client.posted();
        if (!posted.isEmpty()) {
            TweetId tweet = posted.get(random.nextInt(posted.size()));
            for (int attempt = 0; attempt < TRIES && client.delete(tweet) instanceof Outcome.Unknown; attempt++) {
                scheduler.pause(Duration.ofMillis(random.nextLong(10, 500)));
            }
        }
    }

    /** The same key and text, until an answer is had; and sometimes once more. */
    private void postUntilAcknowledged() {
        String text = text();
        Optional<String> key = key(text);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            boolean acknowledged = client.post(text, key) instanceof Outcome.Posted;
            if (acknowledged && random.nextInt(3) > 0) {
                client.reuse(key, text + ", changed");
                return;
            }
            scheduler.pause(Duration.ofMillis(random.nextLong(10, 2_000)));
        }
    }

    private String text() {
        return "tweet " + ++written + " of " + client.user() + '.' + device;
    }

    private UserId somebody() {
        // The first ones are the most popular, as in every social graph.
        double rank = random.nextDouble() * random.nextDouble();
        int index = (int) (rank * everybody.size());
        UserId user = everybody.get(index).user();
        return user.equals(client.user()) ? everybody.get((index + 1) % everybody.size()).user() : user;
    }
}
