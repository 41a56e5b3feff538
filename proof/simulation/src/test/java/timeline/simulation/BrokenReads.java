package timeline.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import timeline.deadline.Deadline;
import timeline.home.TimelineAnswer;
import timeline.home.TimelineAnswer.Page;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.world.Wiring.Reading;
import timeline.simulation.world.World;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.Tweets.Slice;

/** Ways to get the read path wrong. */
final class BrokenReads {
    private BrokenReads() {
    }

    /** Own tweets are not merged in: they come by fan-out or not at all. */
    static Reading withoutOwnTweets(Reading reading) {
        return (reader, before, limit) -> onPage(reading.read(reader, before, limit),
                page -> with(page, page.tweets().stream().filter(tweet -> !tweet.author().equals(reader)).toList(),
                        page.next()));
    }

    /** What is dropped from a page is not replaced, and a short page is taken for the last one. */
    static Reading withoutRefill(Reading reading, World world) {
        return (reader, before, limit) -> onPage(reading.read(reader, before, limit), page -> {
            Set<UserId> followed = Set.copyOf(following(reader, world));
            long dropped = cached(reader, before, limit, world).stream()
                    .filter(entry -> !followed.contains(entry.author())
                            || world.stores().tweets.findAll(List.of(entry.tweet()), Deadline.current()).isEmpty())
                    .count();
            List<Tweet> kept = page.tweets().stream().limit(Math.max(0, page.tweets().size() - dropped)).toList();
            return dropped == 0 ? page : with(page, kept, Optional.empty());
        });
    }

    /** The tweets of a pulled author that were pushed before are there twice. */
    static Reading withoutMergingDuplicates(Reading reading, World world) {
        return (reader, before, limit) -> onPage(reading.read(reader, before, limit), page -> {
            List<HomeTimelineEntry> pushed = cached(reader, before, limit, world);
            List<Tweet> doubled = new ArrayList<>();
            page.tweets().forEach(tweet -> {
                doubled.add(tweet);
                boolean pulledToo = world.stores().pullSet.find(tweet.author()).isPresent();
                if (pulledToo && pushed.contains(new HomeTimelineEntry(tweet.id(), tweet.author()))) {
                    doubled.add(tweet);
                }
            });
            return with(page, doubled, page.next());
        });
    }

    /** A source that failed is forgotten in silence. */
    static Reading withoutFlags(Reading reading) {
        return (reader, before, limit) -> onPage(reading.read(reader, before, limit),
                page -> new Page(page.tweets(), page.next(), page.origin(), Set.of(), page.stages()));
    }

    /** What was looked up once is never looked up again. */
    static Tweets rememberingBodies(Tweets tweets) {
        Map<TweetId, Tweet> bodies = new HashMap<>();
        return new Over(tweets, (ids, found) -> {
            bodies.putAll(found);
            Map<TweetId, Tweet> all = new HashMap<>();
            ids.stream().filter(bodies::containsKey).forEach(id -> all.put(id, bodies.get(id)));
            return all;
        });
    }

    private interface Change {
        Page of(Page page);
    }

    private static TimelineAnswer onPage(TimelineAnswer answer, Change change) {
        return answer instanceof Page page ? change.of(page) : answer;
    }

    private static Page with(Page page, List<Tweet> tweets, Optional<TweetId> next) {
        return new Page(tweets, next, page.origin(), page.degraded(), page.stages());
    }

    private static List<UserId> following(UserId reader, World world) {
        return world.stores().audiences.following(reader).following().stream().mapToObj(UserId::new).toList();
    }

    private static List<HomeTimelineEntry> cached(UserId reader, TweetId before, int limit, World world) {
        try {
            return world.stores().timelines.page(reader, before, limit, Deadline.current()) instanceof Ready ready
                    ? ready.entries()
                    : List.of();
        } catch (HomeTimelinesUnavailableException away) {
            return List.of();
        }
    }

    /** Tweets of which some are found wrongly. */
    private record Over(Tweets tweets,
            BiFunction<Collection<TweetId>, Map<TweetId, Tweet>, Map<TweetId, Tweet>> change) implements Tweets {
        @Override
        public Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline) {
            return change.apply(ids, tweets.findAll(ids, deadline));
        }

        @Override
        public List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline) {
            return tweets.ofAuthor(author, before, limit, deadline);
        }

        @Override
        public Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
                Deadline deadline) {
            return tweets.ofAuthors(authors, before, limitPerAuthor, deadline);
        }

        @Override
        public Map<UserId, Slice> newestOfAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
                Deadline deadline) {
            return tweets.newestOfAuthors(authors, before, limitPerAuthor, deadline);
        }
    }
}
