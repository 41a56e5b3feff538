package timeline.tweetstore;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The in-memory twin of the tweet store and its outbox: the same contracts, for tests and simulations. Thread-safe. A change is atomic,
 * unless it is asked for as a {@link Batch}.
 */
public final class InMemoryTweets implements Tweets, TweetStore, TweetOutbox {
    /** @param live empty once deleted */
    private record Row(UserId author, Optional<Tweet> live) {
        boolean isLive() {
            return live.isPresent();
        }
    }

    /** A row of a change; only a post has one in {@link #OWED}. What Cassandra's index of an author's partitions holds belongs to the row by author here. */
    public enum Part {
        BY_ID, BY_AUTHOR, OUTBOX, OWED
    }

    /** A change, whose rows are written one by one, at any time and in any order: until all are, it is there in part. */
    public record Batch(OutboxEntry owed, Map<Part, Runnable> rows) {
        public void write(Part row) {
            Objects.requireNonNull(rows.get(row)).run();
        }

        public void writeAllBut(Part late) {
            rows.forEach((row, write) -> {
                if (row != late) {
                    write.run();
                }
            });
        }
    }

    private final InstantSource clock;
    private final Map<TweetId, Row> byId = new HashMap<>();
    private final Map<UserId, NavigableMap<TweetId, Row>> byAuthor = new HashMap<>();
    private final List<OutboxEntry> outbox = new ArrayList<>();
    private final InMemoryOwedDeliveries owed = new InMemoryOwedDeliveries();

    /** @param clock dates the outbox's entries */
    public InMemoryTweets(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized OutboxEntry post(Tweet tweet) {
        return write(batchOfPost(tweet));
    }

    @Override
    public synchronized OutboxEntry delete(TweetId tweet, UserId author) {
        return write(batchOfDelete(tweet, author));
    }

    /** What {@link #post} writes: a row that is there already stays, since a delete wins over every post, whenever that arrives. */
    public Batch batchOfPost(Tweet tweet) {
        Row row = new Row(tweet.author(), Optional.of(tweet));
        Instant now = clock.instant();
        OutboxEntry event = new OutboxEntry(now, new TweetPosted(tweet.id(), tweet.author(), Optional.of(now)));
        Map<Part, Runnable> rows = rows(() -> byId.putIfAbsent(tweet.id(), row),
                () -> of(tweet.author()).putIfAbsent(tweet.id(), row), () -> owe(event));
        rows.put(Part.OWED, () -> owed.owe(new OwedDelivery(now, tweet.id(), tweet.author())));
        return new Batch(event, Collections.unmodifiableMap(rows));
    }

    /** What {@link #delete} writes. */
    public Batch batchOfDelete(TweetId tweet, UserId author) {
        Row erased = new Row(author, Optional.empty());
        OutboxEntry owed = new OutboxEntry(clock.instant(), new TweetDeleted(tweet, author));
        return new Batch(owed, Collections.unmodifiableMap(
                rows(() -> byId.put(tweet, erased), () -> of(author).put(tweet, erased), () -> owe(owed))));
    }

    /** What is owed to the home timelines. */
    public InMemoryOwedDeliveries owedDeliveries() {
        return owed;
    }

    @Override
    public synchronized Optional<Authorship> authorship(TweetId tweet) {
        return Optional.ofNullable(byId.get(tweet)).map(row -> new Authorship(row.author(), !row.isLive()));
    }

    @Override
    public synchronized Presence presence(TweetId tweet, UserId author) {
        Optional<Row> one = Optional.ofNullable(byId.get(tweet)).filter(row -> row.author().equals(author));
        Optional<Row> other = Optional.ofNullable(of(author).get(tweet));
        if (one.isEmpty() && other.isEmpty()) {
            return Presence.ABSENT;
        }
        boolean agree = one.map(Row::isLive).equals(other.map(Row::isLive));
        return agree ? Presence.COMPLETE : Presence.PARTIAL;
    }

    @Override
    public synchronized Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline) {
        requireTime(deadline);
        Map<TweetId, Tweet> found = new HashMap<>();
        for (TweetId id : ids) {
            Row row = byId.get(id);
            if (row != null) {
                row.live().ifPresent(tweet -> found.put(id, tweet));
            }
        }
        return found;
    }

    @Override
    public synchronized List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline) {
        requireTime(deadline);
        return of(author).headMap(before, false).descendingMap().values().stream().flatMap(row -> row.live().stream())
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

    /** Looks at as many rows of each author as are asked for, the deleted among them. */
    @Override
    public synchronized Map<UserId, Slice> newestOfAuthors(Collection<UserId> authors, TweetId before,
            int limitPerAuthor, Deadline deadline) {
        requireTime(deadline);
        Map<UserId, Slice> found = new LinkedHashMap<>();
        for (UserId author : authors) {
            List<Map.Entry<TweetId, Row>> rows = of(author).headMap(before, false).descendingMap().entrySet().stream()
                    .limit(limitPerAuthor).toList();
            List<Tweet> live = rows.stream().flatMap(row -> row.getValue().live().stream()).toList();
            boolean isOpen = rows.size() == limitPerAuthor && live.size() < limitPerAuthor;
            found.put(author, new Slice(live, isOpen ? Optional.of(rows.getLast().getKey()) : Optional.empty()));
        }
        return found;
    }

    @Override
    public synchronized List<OutboxEntry> pending(Instant writtenBefore, int limit) {
        return outbox.stream().filter(entry -> entry.writtenAt().isBefore(writtenBefore))
                .sorted(Comparator.comparing(OutboxEntry::writtenAt)).limit(limit).toList();
    }

    @Override
    public synchronized void settle(OutboxEntry entry) {
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

    private static OutboxEntry write(Batch batch) {
        batch.rows().values().forEach(Runnable::run);
        return batch.owed();
    }

    private NavigableMap<TweetId, Row> of(UserId author) {
        return byAuthor.computeIfAbsent(author, silent -> new TreeMap<>());
    }

    private Map<Part, Runnable> rows(Runnable byId, Runnable ofAuthor, Runnable owing) {
        Map<Part, Runnable> rows = new EnumMap<>(Part.class);
        rows.put(Part.BY_ID, alone(byId));
        rows.put(Part.BY_AUTHOR, alone(ofAuthor));
        rows.put(Part.OUTBOX, alone(owing));
        return rows;
    }

    private Runnable alone(Runnable write) {
        return () -> {
            synchronized (this) {
                write.run();
            }
        };
    }

    private void owe(OutboxEntry entry) {
        if (!outbox.contains(entry)) {
            outbox.add(entry);
        }
    }
}
