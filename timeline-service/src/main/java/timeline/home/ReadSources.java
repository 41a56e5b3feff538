package timeline.home;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import timeline.deadline.Deadline;
import timeline.home.merge.SideBySide;
import timeline.home.merge.SourceUnavailableException;
import timeline.home.merge.SourceUnavailableException.Reason;
import timeline.home.merge.TimelineMerge;
import timeline.home.merge.TimelineMerge.Lane;
import timeline.home.merge.TimelineSource;
import timeline.home.merge.Window;

/** Reads the sources of one read on, side by side, and remembers why which of them failed. */
final class ReadSources implements TimelineMerge.Feeder<SourceKind> {
    private final Map<SourceKind, TimelineSource> sources;
    private final Map<SourceKind, Reason> failures = new EnumMap<>(SourceKind.class);
    private final ExecutorService threads;
    private final Deadline deadline;
    private final ReadNotes notes;

    ReadSources(Map<SourceKind, TimelineSource> sources, ExecutorService threads, Deadline deadline, ReadNotes notes) {
        this.sources = sources;
        this.threads = threads;
        this.deadline = deadline;
        this.notes = notes;
    }

    Set<SourceKind> kinds() {
        return sources.keySet();
    }

    @Override
    public Map<SourceKind, Window> feed(List<Lane<SourceKind>> lanes, int wanted) {
        return notes.untimed(Stage.MERGE, () -> readOn(lanes, wanted));
    }

    /** Why a source failed. Only to be asked about one that did. */
    Reason reasonOf(SourceKind failed) {
        return failures.getOrDefault(failed, Reason.FAILED);
    }

    private Map<SourceKind, Window> readOn(List<Lane<SourceKind>> lanes, int wanted) {
        Map<SourceKind, Future<Window>> tasks = new LinkedHashMap<>();
        lanes.forEach(lane -> tasks.put(lane.source(), threads.submit(() -> next(lane.source(), wanted))));
        Map<SourceKind, Window> windows = new EnumMap<>(SourceKind.class);
        tasks.forEach((kind, task) -> {
            try {
                windows.put(kind, SideBySide.await(task, deadline));
            } catch (SourceUnavailableException unavailable) {
                failures.put(kind, unavailable.reason());
            }
        });
        return windows;
    }

    private Window next(SourceKind kind, int wanted) {
        TimelineSource source = Objects.requireNonNull(sources.get(kind));
        return switch (kind) {
            case TIMELINE, OWED -> source.next(wanted);
            case OWN -> notes.timed(Stage.OWN, () -> source.next(wanted));
            case BACKFILL -> notes.timed(Stage.DATABASE, () -> source.next(wanted));
            case CELEBRITIES -> notes.timed(Stage.CELEBRITIES, () -> source.next(wanted));
        };
    }
}
