package timeline.tweetstore;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The in-memory twin of the tweet store and its outbox: the same contracts, for tests and simulations. Thread-safe. */
public final class InMemoryTweets implements Tweets, TweetStore, TweetOutbox {
    private final InstantSource clock;
    private final Map<TweetId, Tweet> byId = new HashMap<>();
    private final Map<UserId, NavigableMap<TweetId, Tweet>> byAuthor = new HashMap<>();
    private final Map<TweetId, Authorship> authorships = new HashMap<>();
    private final List<OutboxEntry> outbox = new ArrayList<>();

    /** @param clock dates the outbox's entries */
    public InMemoryTweets(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized OutboxEntry post(Tweet tweet) {
        if (authorships.putIfAbsent(tweet.id(), new Authorship(tweet.author(), false)) == null) {
            byId.put(tweet.id(), tweet);
            byAuthor.computeIfAbsent(tweet.author(), author -> new TreeMap<>()).put(tweet.id(), tweet);
        }
        return owe(new TweetPosted(tweet.id(), tweet.author()));
    }

    @Override
    public synchronized OutboxEntry delete(TweetId tweet, UserId author) {
        authorships.put(tweet, new Authorship(author, true));
        byId.remove(tweet);
        byAuthor.getOrDefault(author, new TreeMap<>()).remove(tweet);
        return owe(new TweetDeleted(tweet, author));
    }

    @Override
    public synchronized Optional<Authorship> authorship(TweetId tweet) {
        return Optional.ofNullable(authorships.get(tweet));
    }

    @Override
    public synchronized Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline) {
        requireTime(deadline);
        Map<TweetId, Tweet> found = new HashMap<>();
        for (TweetId id : ids) {
            Tweet tweet = byId.get(id);
            if (tweet != null) {
                found.put(id, tweet);
            }
        }
        return found;
    }

    @Override
    public synchronized List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline) {
        requireTime(deadline);
        return byAuthor.getOrDefault(author, new TreeMap<>()).headMap(before, false).descendingMap().values().stream()
                .limit(limit).toList();
    }

    @Override
    public synchronized Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before,
            int limitPerAuthor, Deadline deadline) {
        requireTime(deadline);
        Map<UserId, List<Tweet>> found = new LinkedHashMap<>();
        authors.forEach(author -> found.put(author, ofAuthor(author, before, limitPerAuthor, deadline)));
        return found;
    }

    @Override
    public synchronized List<OutboxEntry> pending(Instant writtenBefore, int limit) {
        return outbox.stream().filter(entry -> entry.writtenAt().isBefore(writtenBefore))
                .sorted(Comparator.comparing(OutboxEntry::writtenAt)).limit(limit).toList();
    }

    @Override
    public synchronized void remove(OutboxEntry entry) {
        outbox.remove(entry);
    }

    @Override
    public synchronized Backlog backlog() {
        return new Backlog(outbox.size(),
                outbox.stream().map(OutboxEntry::writtenAt).min(Comparator.naturalOrder()));
    }

    private static void requireTime(Deadline deadline) {
        if (deadline.hasPassed()) {
            throw new TweetsUnavailableException("no time is left to ask for tweets", null);
        }
    }

    private OutboxEntry owe(TweetEvent event) {
        OutboxEntry entry = new OutboxEntry(clock.instant(), event);
        if (!outbox.contains(entry)) {
            outbox.add(entry);
        }
        return entry;
    }
}
