package timeline.load.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.load.graph.Population;

/** Timelines that are full and ready, made as a reader makes them; what is in them is invented. */
final class FullTimelines {
    private FullTimelines() {
    }

    /**
     * Fills every user's timeline with entries that are older than {@code newest}, a second apart.
     *
     * @param users whose timelines must be cold
     */
    static void build(HomeTimelineReader timelines, List<UserId> users, UserId author, long newestEpochMillis)
            throws InterruptedException {
        List<HomeTimelineEntry> entries = new ArrayList<>();
        for (int age = 1; age <= HomeTimelineReader.CAPACITY; age++) {
            entries.add(new HomeTimelineEntry(
                    new TweetId(Snowflake.compose(newestEpochMillis - 1_000L * age, 0, 0)), author));
        }
        List<Callable<Boolean>> builds = new ArrayList<>();
        for (UserId user : users) {
            builds.add(() -> {
                Rebuild rebuild = timelines.beginRebuild(user, Deadline.current())
                        .orElseThrow(() -> new IllegalStateException("the timeline of " + user + " is not cold"));
                if (!rebuild.finish(Collections.unmodifiableList(entries), TweetId.EARLIEST, Deadline.current())) {
                    throw new IllegalStateException("the timeline of " + user + " was lost while it was built");
                }
                return true;
            });
        }
        Population.each(builds);
    }
}
