package timeline.home;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.TweetsUnavailableException;

/** A tweet store that fails or hangs for some authors, or for look-ups, and counts what it is asked. Thread safe. */
final class FaultyTweets implements Tweets {
    private final Tweets store;
    private volatile Predicate<UserId> failing = author -> false;
    private volatile Predicate<UserId> hanging = author -> false;
    private volatile boolean lookUpsFail;
    final AtomicInteger lookUps = new AtomicInteger();
    final AtomicInteger hung = new AtomicInteger();
    final AtomicInteger pulls = new AtomicInteger();
    final AtomicInteger tweetsRead = new AtomicInteger();

    private final AtomicReference<Duration> longestLeft = new AtomicReference<>(Duration.ZERO);
    private final Map<UserId, Duration> lastLeft = new ConcurrentHashMap<>();

    FaultyTweets(Tweets store) {
        this.store = store;
    }

    /** The most time that a call was given. */
    Duration longestLeft() {
        return longestLeft.get();
    }

    /** The time that the last call for an author was given. */
    Duration lastLeftFor(UserId author) {
        return lastLeft.getOrDefault(author, Duration.ZERO);
    }

    void failFor(Predicate<UserId> authors) {
        failing = authors;
    }

    void hangFor(Predicate<UserId> authors) {
        hanging = authors;
    }

    void failLookUps(boolean fail) {
        lookUpsFail = fail;
    }

    void failEverything() {
        failFor(author -> true);
        failLookUps(true);
    }

    void recover() {
        failFor(author -> false);
        failLookUps(false);
    }

    @Override
    public Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline) {
        note(deadline);
        lookUps.incrementAndGet();
        if (lookUpsFail) {
            throw new TweetsUnavailableException("look-ups are made to fail", null);
        }
        return store.findAll(ids, deadline);
    }

    @Override
    public List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline) {
        return ofAuthors(List.of(author), before, limit, deadline).getOrDefault(author, List.of());
    }

    @Override
    public Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
            Deadline deadline) {
        note(deadline);
        authors.forEach(author -> lastLeft.put(author, deadline.left()));
        pulls.incrementAndGet();
        if (authors.stream().anyMatch(hanging)) {
            hang();
        }
        if (authors.stream().anyMatch(failing)) {
            throw new TweetsUnavailableException("reading these authors is made to fail", null);
        }
        Map<UserId, List<Tweet>> found = store.ofAuthors(authors, before, limitPerAuthor, deadline);
        tweetsRead.addAndGet(found.values().stream().mapToInt(List::size).sum());
        return found;
    }

    private void note(Deadline deadline) {
        longestLeft.accumulateAndGet(deadline.left(), (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    private void hang() {
        hung.incrementAndGet();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new TweetsUnavailableException("given up", givenUp);
        }
    }
}
