package timeline.hometimeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineReader.CachedPage;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Cold;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;

/** What every home timeline promises to its writer and to its reader, whatever it is made of. */
public interface HomeTimelinesContract {
    AtomicLong USERS = new AtomicLong(1_000_000);
    UserId AUTHOR = new UserId(7);
    long START = 1_750_000_000_000L;

    HomeTimelineWriter writer();

    HomeTimelineReader reader();

    /** Makes the cache forget a timeline. */
    void evict(UserId user);

    /** Lets the lease of every build under way run out. */
    void passLease();

    @Test
    default void isColdForAUserItNeverSaw() {
        assertThat(reader().page(newUser(), TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
    }

    @Test
    default void takesNoPushForATimelineThatIsNotCached() {
        UserId user = newUser();

        assertThat(writer().push(entry(1), List.of(user), Deadline.current())).isEqualTo(new Taken(0, 0));
        assertThat(reader().page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
    }

    @Test
    default void isReadyAndEmptyAfterARebuildThatFoundNothing() {
        UserId user = ready();

        assertThat(reader().page(user, TweetId.LATEST, 20, Deadline.current()))
                .isEqualTo(new Ready(List.of(), TweetId.EARLIEST));
    }

    @Test
    default void readsNewestFirstWhateverTheOrderOfThePushes() {
        UserId user = ready();

        for (int number : new int[]{3, 1, 2}) {
            assertThat(writer().push(entry(number), List.of(user), Deadline.current())).isEqualTo(new Taken(1, 0));
        }

        assertThat(entries(user)).containsExactly(entry(3), entry(2), entry(1));
    }

    @Test
    default void pushesToManyAndCountsThoseThatAreCached() {
        List<UserId> cached = Stream.generate(this::ready).limit(300).toList();
        List<UserId> followers = new ArrayList<>(cached);
        IntStream.range(0, 50).forEach(any -> followers.add(newUser()));

        assertThat(writer().push(entry(1), followers, Deadline.current())).isEqualTo(new Taken(300, 0));
        assertThat(cached).allSatisfy(user -> assertThat(entries(user)).containsExactly(entry(1)));
    }

    @Test
    default void pushesToNobodyAtNoCost() {
        assertThat(writer().push(entry(1), List.of(), Deadline.current())).isEqualTo(new Taken(0, 0));
    }

    @Test
    default void holdsATweetOnceHoweverOftenItIsPushed() {
        UserId user = ready(entry(1));

        writer().push(entry(1), List.of(user), Deadline.current());
        writer().push(entry(2), List.of(user), Deadline.current());
        writer().push(entry(2), List.of(user), Deadline.current());

        assertThat(entries(user)).containsExactly(entry(2), entry(1));
    }

    @Test
    default void pagesThroughTweetsOfOneMillisecondWithoutLosingOrRepeatingAny() {
        List<HomeTimelineEntry> all = IntStream.range(0, 60).mapToObj(number -> sameMillisecond(number)).sorted()
                .toList();
        UserId user = ready(all.toArray(HomeTimelineEntry[]::new));

        for (int limit : new int[]{1, 2, 3, 7, 59, 60, 61}) {
            assertThat(scroll(user, limit)).as("page size %d", limit).containsExactlyElementsOf(all);
        }
    }

    @Test
    default void readsOnFromTheFirstAndTheLastTweetOfACrowdedMillisecond() {
        List<HomeTimelineEntry> crowd = IntStream.range(0, 700).mapToObj(HomeTimelinesContract::sameMillisecond)
                .sorted()
                .toList();
        HomeTimelineEntry after = new HomeTimelineEntry(new TweetId(Snowflake.compose(START + 1, 0, 0)), AUTHOR);
        HomeTimelineEntry before = new HomeTimelineEntry(new TweetId(Snowflake.compose(START - 1, 1023, 4095)), AUTHOR);
        UserId user = ready(Stream.concat(Stream.of(before, after), crowd.stream()).toArray(HomeTimelineEntry[]::new));

        assertThat(page(user, after.tweet(), 3).entries()).containsExactlyElementsOf(crowd.subList(0, 3));
        assertThat(page(user, crowd.getFirst().tweet(), 3).entries()).containsExactlyElementsOf(crowd.subList(1, 4));
        assertThat(page(user, crowd.get(698).tweet(), 3).entries()).containsExactly(crowd.getLast(), before);
        assertThat(page(user, crowd.getLast().tweet(), 3).entries()).containsExactly(before);
        assertThat(page(user, before.tweet(), 3).entries()).isEmpty();
        assertThat(page(user, TweetId.LATEST, 702).entries()).startsWith(after).endsWith(before).hasSize(702);
    }

    @Test
    default void keepsEveryBitOfTheIds() {
        HomeTimelineEntry highest = new HomeTimelineEntry(new TweetId(Long.MAX_VALUE - 1), new UserId(Long.MAX_VALUE));
        HomeTimelineEntry lineFeeds = new HomeTimelineEntry(new TweetId(0x0D0A_0D0A_0D0A_0D0AL), new UserId(0x0D0A));
        HomeTimelineEntry lowest = new HomeTimelineEntry(new TweetId(1), new UserId(1));
        UserId user = ready(lineFeeds, lowest);

        writer().push(highest, List.of(user), Deadline.current());

        assertThat(entries(user)).containsExactly(highest, lineFeeds, lowest);
    }

    @Test
    default void ordersByIdAlsoWhereBytesAndTextsSortDifferently() {
        List<HomeTimelineEntry> all = Stream.of(0x7FL, 0x80L, 0xFFL, 0x100L, 0x7FFFL, 0x8000L, 0xFFFFL)
                .map(sequence -> new HomeTimelineEntry(new TweetId(Snowflake.compose(START, 0, 0) + sequence), AUTHOR))
                .sorted().toList();
        UserId user = ready(all.toArray(HomeTimelineEntry[]::new));

        assertThat(scroll(user, 2)).containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 799, 800})
    default void keepsWholeTimelinesUpToItsCapacity(int size) {
        UserId user = ready();
        push(user, 1, size);

        assertThat(scroll(user, 50)).containsExactlyElementsOf(newestFirst(1, size));
        assertThat(floor(user)).isEqualTo(TweetId.EARLIEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {801, 899, 900, 901, 902, 2000})
    default void neverClaimsWhatItHasTrimmed(int size) {
        UserId user = ready();
        push(user, 1, size);

        List<HomeTimelineEntry> kept = scroll(user, 50);

        assertThat(kept).hasSizeBetween(HomeTimelineReader.CAPACITY, HomeTimelineWriter.OVERFULL + 1)
                .containsExactlyElementsOf(newestFirst(size - kept.size() + 1, size));
        assertThat(kept.size() == size).isEqualTo(floor(user).equals(TweetId.EARLIEST));
        assertThat(floor(user)).isLessThanOrEqualTo(kept.getLast().tweet());
        if (kept.size() < size) {
            assertThat(floor(user)).isGreaterThan(entry(size - kept.size()).tweet());
        }
    }

    @Test
    default void trimsAnOverlongRebuildAndClaimsNoMoreThanItKept() {
        UserId user = ready(newestFirst(1, 2000).toArray(HomeTimelineEntry[]::new));

        assertThat(scroll(user, 100)).containsExactlyElementsOf(newestFirst(1201, 2000));
        assertThat(floor(user)).isEqualTo(entry(1201).tweet());
    }

    @Test
    default void keepsTheFloorOfARebuildThatDidNotReachTheEnd() {
        UserId user = newUser();
        reader().beginRebuild(user, Deadline.current()).orElseThrow().finish(newestFirst(5, 10), entry(5).tweet(),
                Deadline.current());

        assertThat(floor(user)).isEqualTo(entry(5).tweet());
    }

    @Test
    default void hidesWhatLiesBelowTheFloor() {
        UserId user = newUser();
        reader().beginRebuild(user, Deadline.current()).orElseThrow().finish(newestFirst(5, 10), entry(5).tweet(),
                Deadline.current());

        writer().push(entry(3), List.of(user), Deadline.current());

        assertThat(scroll(user, 4)).containsExactlyElementsOf(newestFirst(5, 10));
    }

    @Test
    default void staysColdWhileItIsBuiltAndKeepsWhatIsPushedMeanwhile() {
        UserId user = newUser();
        Rebuild rebuild = reader().beginRebuild(user, Deadline.current()).orElseThrow();

        assertThat(writer().push(entry(2), List.of(user), Deadline.current())).isEqualTo(new Taken(1, 0));
        assertThat(reader().page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());

        assertThat(rebuild.finish(List.of(entry(1)), TweetId.EARLIEST, Deadline.current())).isTrue();
        assertThat(entries(user)).containsExactly(entry(2), entry(1));
    }

    @Test
    default void isBuiltByOneReaderAtATime() {
        UserId user = newUser();
        Rebuild first = reader().beginRebuild(user, Deadline.current()).orElseThrow();

        assertThat(reader().beginRebuild(user, Deadline.current())).isEmpty();
        first.finish(List.of(), TweetId.EARLIEST, Deadline.current());
        assertThat(reader().beginRebuild(user, Deadline.current())).as("ready timelines are not built again").isEmpty();
    }

    @Test
    default void canBeBuiltAgainAtOnceWhenABuildIsGivenUp() {
        UserId user = newUser();
        Rebuild first = reader().beginRebuild(user, Deadline.current()).orElseThrow();
        first.abandon(Deadline.current());

        Rebuild second = reader().beginRebuild(user, Deadline.current()).orElseThrow();
        first.abandon(Deadline.current());

        assertThat(first.finish(List.of(), TweetId.EARLIEST, Deadline.current())).isFalse();
        assertThat(second.finish(List.of(entry(1)), TweetId.EARLIEST, Deadline.current())).isTrue();
        assertThat(entries(user)).containsExactly(entry(1));
    }

    @Test
    default void canBeBuiltAgainWhenTheReaderThatBuiltItDied() {
        UserId user = newUser();
        Rebuild dead = reader().beginRebuild(user, Deadline.current()).orElseThrow();
        passLease();

        Rebuild second = reader().beginRebuild(user, Deadline.current()).orElseThrow();

        assertThat(dead.finish(List.of(), TweetId.EARLIEST, Deadline.current())).as("overtaken").isFalse();
        assertThat(second.finish(List.of(entry(1)), TweetId.EARLIEST, Deadline.current())).isTrue();
        assertThat(entries(user)).containsExactly(entry(1));
    }

    @Test
    default void isColdAfterAnEviction() {
        UserId user = ready(entry(1));
        evict(user);

        assertThat(reader().page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
        assertThat(writer().push(entry(2), List.of(user), Deadline.current())).isEqualTo(new Taken(0, 0));
    }

    @Test
    default void staysColdWhenItIsEvictedWhileItIsBuilt() {
        UserId user = newUser();
        Rebuild rebuild = reader().beginRebuild(user, Deadline.current()).orElseThrow();
        evict(user);

        assertThat(rebuild.finish(List.of(entry(1)), TweetId.EARLIEST, Deadline.current())).isFalse();
        assertThat(reader().page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
    }

    @Test
    default void givesUpATimelineThatOverflowsWhileItIsBuilt() {
        UserId user = newUser();
        Rebuild rebuild = reader().beginRebuild(user, Deadline.current()).orElseThrow();
        push(user, 1, 1000);

        assertThat(rebuild.finish(List.of(), TweetId.EARLIEST, Deadline.current())).isFalse();
        assertThat(reader().page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
    }

    @Test
    default void mergesABackfillIntoWhatItHas() {
        UserId user = ready(entry(2), entry(4));

        writer().backfill(List.of(entry(3), entry(1)), TweetId.EARLIEST, List.of(user), Deadline.current());

        assertThat(entries(user)).containsExactlyElementsOf(newestFirst(1, 4));
        assertThat(floor(user)).isEqualTo(TweetId.EARLIEST);
    }

    @Test
    default void claimsNoMoreThanABackfillBrought() {
        UserId user = ready(newestFirst(1, 10).toArray(HomeTimelineEntry[]::new));

        writer().backfill(List.of(entry(12), entry(6)), entry(6).tweet(), List.of(user), Deadline.current());

        assertThat(floor(user)).isEqualTo(entry(6).tweet());
        assertThat(scroll(user, 3)).startsWith(entry(12)).endsWith(entry(6)).hasSize(6);
    }

    @Test
    default void neverLowersTheFloorForABackfill() {
        UserId user = newUser();
        reader().beginRebuild(user, Deadline.current()).orElseThrow().finish(newestFirst(5, 10), entry(5).tweet(),
                Deadline.current());

        writer().backfill(List.of(entry(7), entry(2)), entry(2).tweet(), List.of(user), Deadline.current());

        assertThat(floor(user)).isEqualTo(entry(5).tweet());
        assertThat(scroll(user, 3)).containsExactlyElementsOf(newestFirst(5, 10));
    }

    @Test
    default void trimsAfterABackfill() {
        UserId user = ready(newestFirst(1, 800).toArray(HomeTimelineEntry[]::new));

        writer().backfill(newestFirst(801, 1600), TweetId.EARLIEST, List.of(user), Deadline.current());

        assertThat(scroll(user, 100)).containsExactlyElementsOf(newestFirst(801, 1600));
        assertThat(floor(user)).isEqualTo(entry(801).tweet());
    }

    @Test
    default void backfillsATimelineThatIsBeingBuilt() {
        UserId user = newUser();
        Rebuild rebuild = reader().beginRebuild(user, Deadline.current()).orElseThrow();
        writer().backfill(List.of(entry(1)), TweetId.EARLIEST, List.of(user), Deadline.current());

        assertThat(rebuild.finish(List.of(entry(2)), TweetId.EARLIEST, Deadline.current())).isTrue();
        assertThat(entries(user)).containsExactly(entry(2), entry(1));
    }

    @Test
    default void staysColdWhenABackfillBringsLessThanTheBuildWouldClaim() {
        UserId user = newUser();
        Rebuild rebuild = reader().beginRebuild(user, Deadline.current()).orElseThrow();
        writer().backfill(List.of(entry(9)), entry(9).tweet(), List.of(user), Deadline.current());

        assertThat(rebuild.finish(List.of(entry(2)), TweetId.EARLIEST, Deadline.current())).isFalse();
        assertThat(reader().page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
    }

    @Test
    default void backfillsNothingIntoATimelineThatIsNotCached() {
        UserId user = newUser();

        writer().backfill(List.of(entry(1)), TweetId.EARLIEST, List.of(user), Deadline.current());

        assertThat(writer().push(entry(2), List.of(user), Deadline.current())).isEqualTo(new Taken(0, 0));
    }

    @Test
    default void removesADeletedTweetAndNothingElse() {
        UserId user = ready(entry(1), entry(2), entry(3));

        writer().remove(entry(2), List.of(user, newUser()), Deadline.current());

        assertThat(entries(user)).containsExactly(entry(3), entry(1));
        assertThat(floor(user)).isEqualTo(TweetId.EARLIEST);
    }

    /** A timeline that is ready and complete, with these entries. */
    default UserId ready(HomeTimelineEntry... entries) {
        UserId user = newUser();
        assertThat(reader().beginRebuild(user, Deadline.current()).orElseThrow().finish(List.of(entries),
                TweetId.EARLIEST, Deadline.current())).isTrue();
        return user;
    }

    default UserId newUser() {
        return new UserId(USERS.incrementAndGet());
    }

    @Test
    default void asksNothingWhenNoTimeIsLeft() {
        UserId user = ready(entry(1));
        Deadline passed = Deadline.in(Duration.ZERO);

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> reader().page(user, TweetId.LATEST, 1, passed), () -> reader().beginRebuild(newUser(), passed),
                () -> writer().push(entry(2), List.of(user), passed),
                () -> writer().backfill(List.of(entry(2)), TweetId.EARLIEST, List.of(user), passed),
                () -> writer().remove(entry(1), List.of(user), passed))) {
            assertThatThrownBy(call).isInstanceOfSatisfying(HomeTimelinesUnavailableException.class,
                    outage -> assertThat(outage.isOutOfTime()).isTrue());
        }
        assertThat(entries(user)).as("nothing was sent").containsExactly(entry(1));
    }

    /** Tweets number first to last, one after the other. */
    default void push(UserId user, int first, int last) {
        IntStream.rangeClosed(first, last)
                .forEach(number -> writer().push(entry(number), List.of(user), Deadline.current()));
    }

    default List<HomeTimelineEntry> entries(UserId user) {
        return page(user, TweetId.LATEST, 100).entries();
    }

    default TweetId floor(UserId user) {
        return page(user, TweetId.LATEST, 1).floor();
    }

    /** Reads to the end, page by page. */
    default List<HomeTimelineEntry> scroll(UserId user, int limit) {
        List<HomeTimelineEntry> all = new ArrayList<>();
        TweetId before = TweetId.LATEST;
        List<HomeTimelineEntry> page;
        do {
            page = page(user, before, limit).entries();
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            before = all.isEmpty() ? before : all.getLast().tweet();
        } while (page.size() == limit);
        return all;
    }

    private Ready page(UserId user, TweetId before, int limit) {
        CachedPage page = reader().page(user, before, limit, Deadline.current());
        assertThat(page).isInstanceOf(Ready.class);
        return (Ready) page;
    }

    /** The tweet with this number: numbers rise with time, several of them in a millisecond. */
    static HomeTimelineEntry entry(int number) {
        return new HomeTimelineEntry(new TweetId(Snowflake.compose(START + number / 3, 1, number % 3)), AUTHOR);
    }

    /** Tweets of one millisecond and of many workers: their ids differ only in bits that a double can't hold. */
    static HomeTimelineEntry sameMillisecond(int number) {
        return new HomeTimelineEntry(new TweetId(Snowflake.compose(START, number * 17 % 1024, number)), AUTHOR);
    }

    static List<HomeTimelineEntry> newestFirst(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(HomeTimelinesContract::entry).sorted().toList();
    }
}
