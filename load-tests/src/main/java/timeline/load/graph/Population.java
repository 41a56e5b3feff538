package timeline.load.graph;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import timeline.client.Answer;
import timeline.client.NoAnswerException;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.client.UnexpectedAnswerException;
import timeline.local.StackException;

/** The users of a {@link SocialGraph} in a running stack; {@code sessions.get(rank)} is the user of that rank. */
public record Population(SocialGraph graph, List<Session> sessions) {
    private static final int AT_ONCE = 16;
    private static final int CONFLICT = 409;
    private static final Set<Integer> LATER = Set.of(429, 503, 504);
    private static final int ATTEMPTS = 20;
    private static final int PARTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);

    /**
     * Makes sure that the users, their follow relations and some tweets are there. A population whose last user exists was seeded
     * before and is taken as it is: the same prefix must mean the same graph.
     *
     * @param client talks to a gateway
     * @param tweets how many are posted, by authors as the graph draws them
     * @param prefix begins every user name; with the rank at most 15 characters
     */
    public static Population seed(TimelineClient client, SocialGraph graph, int tweets, String prefix,
            Consumer<String> progress)
            throws InterruptedException {
        Optional<Session> marker = existing(client, prefix + "end");
        progress.accept(marker.isPresent()
                ? "the graph is there: " + graph.users() + " users, " + graph.edges() + " follows"
                : "seeding " + graph.users() + " users");
        List<Session> sessions = each(IntStream.range(0, graph.users()).<Callable<Session>>mapToObj(
                rank -> () -> patiently(
                        () -> marker.isPresent() ? client.signIn(prefix + rank) : somebody(client, prefix + rank)))
                .toList());
        if (marker.isEmpty()) {
            seedFollows(graph, sessions, progress);
            if (tweets > 0) {
                progress.accept("seeding " + tweets + " tweets");
                SplittableRandom random = new SplittableRandom(tweets);
                each(IntStream.range(0, tweets).<Callable<Answer>>mapToObj(number -> {
                    Session author = sessions.get(graph.author(random));
                    return () -> patiently(() -> author.post("tweet " + number).orThrow());
                }).toList());
            }
            patiently(() -> somebody(client, prefix + "end"));
        }
        return new Population(graph, sessions);
    }

    /** A token for each user in the order of their ranks, made now, whatever has become of earlier ones. */
    public List<String> newTokens(TimelineClient client) throws InterruptedException {
        return each(sessions.stream().<Callable<String>>map(
                session -> () -> patiently(() -> client.signIn(session.username()).token())).toList());
    }

    private static void seedFollows(SocialGraph graph, List<Session> sessions, Consumer<String> progress)
            throws InterruptedException {
        List<List<Integer>> following = graph.following();
        for (int part = 0; part < PARTS; part++) {
            progress.accept("seeding " + graph.edges() + " follows: " + 100 * part / PARTS + " %");
            int from = (int) ((long) graph.users() * part / PARTS);
            int to = (int) ((long) graph.users() * (part + 1) / PARTS);
            each(IntStream.range(from, to).<Callable<Boolean>>mapToObj(user -> () -> {
                following.get(user).forEach(author -> patiently(
                        () -> sessions.get(user).follow(sessions.get(author).user()).orThrow()));
                return true;
            }).toList());
        }
    }

    /** Performs the calls, some at once; fails with the first failure. */
    public static <T> List<T> each(List<Callable<T>> calls) throws InterruptedException {
        Semaphore atOnce = new Semaphore(AT_ONCE);
        try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = calls.stream().map(call -> users.submit(() -> {
                atOnce.acquire();
                try {
                    return call.call();
                } finally {
                    atOnce.release();
                }
            })).toList();
            return answers.stream().map(Population::get).toList();
        }
    }

    /** A user of that name: a seeding that was cut short is gone on with. */
    private static Session somebody(TimelineClient client, String username) {
        try {
            return client.register(username);
        } catch (UnexpectedAnswerException refused) {
            if (refused.answer().status() == CONFLICT) {
                return client.signIn(username);
            }
            throw refused;
        }
    }

    /** Asks again when the system says that it can't now, as a client should; all calls of seeding may be repeated. */
    private static <T> T patiently(Callable<T> call) {
        for (int attempt = 1;; attempt++) {
            try {
                return call.call();
            } catch (UnexpectedAnswerException | NoAnswerException refused) {
                boolean later = !(refused instanceof UnexpectedAnswerException unexpected)
                        || LATER.contains(unexpected.answer().status());
                if (!later || attempt == ATTEMPTS) {
                    throw new StackException("seeding failed: " + refused.getMessage(), refused);
                }
                LockSupport.parkNanos(PAUSE.toNanos() * attempt);
            } catch (Exception failed) {
                throw new StackException("seeding failed: " + failed, failed);
            }
        }
    }

    private static Optional<Session> existing(TimelineClient client, String username) {
        return patiently(() -> {
            try {
                return Optional.of(client.signIn(username));
            } catch (UnexpectedAnswerException refused) {
                if (LATER.contains(refused.answer().status())) {
                    throw refused;
                }
                return Optional.empty();
            }
        });
    }

    private static <T> T get(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a call failed", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
