package timeline.load.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.load.graph.Population;

/**
 * Timelines that are full and ready, made as a reader and a fan-out make them; what is in them is invented. Their sizes are those of
 * timelines that have been pushed to for long, any from a trim to the next one: timelines of one size would all be trimmed at the
 * same tweet.
 */
final class FullTimelines {
    private static final int SIZES = HomeTimelineWriter.OVERFULL - HomeTimelineReader.CAPACITY;
    private static final int PAGE = 500;

    private FullTimelines() {
    }

    /**
     * Fills every user's timeline with entries that are older than {@code newestEpochMillis}, most of them a second apart.
     *
     * @param users whose timelines must be cold
     */
    static void build(HomeTimelineReader reader, HomeTimelineWriter writer, List<UserId> users, UserId author,
            long newestEpochMillis) throws InterruptedException {
        List<HomeTimelineEntry> entries = new ArrayList<>();
        for (int age = 1; age <= HomeTimelineReader.CAPACITY; age++) {
            entries.add(entry(newestEpochMillis - 1_000L * age, author));
        }
        List<Callable<Boolean>> builds = new ArrayList<>();
        for (UserId user : users) {
            builds.add(() -> {
                Rebuild rebuild = reader.beginRebuild(user, Deadline.current())
                        .orElseThrow(() -> new IllegalStateException("the timeline of " + user + " is not cold"));
                if (!rebuild.finish(List.copyOf(entries), TweetId.EARLIEST, Deadline.current())) {
                    throw lost();
                }
                return true;
            });
        }
        Population.each(builds);
        Population.each(spread(writer, users, author, newestEpochMillis));
    }

    /** One timeline more is left out of each further push, and after the last size it begins again. */
    private static List<Callable<Boolean>> spread(HomeTimelineWriter writer, List<UserId> users, UserId author,
            long newestEpochMillis) {
        List<Callable<Boolean>> pushes = new ArrayList<>();
        for (int from = 0; from < users.size(); from += PAGE) {
            List<UserId> page = users.subList(from, Math.min(from + PAGE, users.size()));
            for (int more = 1; more < SIZES; more++) {
                int least = more;
                List<UserId> larger = IntStream.range(0, page.size()).filter(i -> i % SIZES >= least)
                        .mapToObj(page::get).toList();
                HomeTimelineEntry entry = entry(newestEpochMillis - 1_000 + more, author);
                pushes.add(() -> {
                    if (writer.push(entry, larger, Deadline.current()).timelines() != larger.size()) {
                        throw lost();
                    }
                    return true;
                });
            }
        }
        return pushes;
    }

    private static HomeTimelineEntry entry(long epochMillis, UserId author) {
        return new HomeTimelineEntry(new TweetId(Snowflake.compose(epochMillis, 0, 0)), author);
    }

    private static IllegalStateException lost() {
        return new IllegalStateException("a timeline was lost while it was built");
    }
}
