package timeline.home;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
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

    FaultyTweets(Tweets store) {
        this.store = store;
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
    public Map<TweetId, Tweet> findAll(Collection<TweetId> ids) {
        lookUps.incrementAndGet();
        if (lookUpsFail) {
            throw new TweetsUnavailableException("look-ups are made to fail", null);
        }
        return store.findAll(ids);
    }

    @Override
    public List<Tweet> ofAuthor(UserId author, TweetId before, int limit) {
        return ofAuthors(List.of(author), before, limit).getOrDefault(author, List.of());
    }

    @Override
    public Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor) {
        pulls.incrementAndGet();
        if (authors.stream().anyMatch(hanging)) {
            hang();
        }
        if (authors.stream().anyMatch(failing)) {
            throw new TweetsUnavailableException("reading these authors is made to fail", null);
        }
        Map<UserId, List<Tweet>> found = store.ofAuthors(authors, before, limitPerAuthor);
        tweetsRead.addAndGet(found.values().stream().mapToInt(List::size).sum());
        return found;
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
