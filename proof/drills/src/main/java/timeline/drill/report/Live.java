package timeline.drill.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import timeline.drill.crowd.Ledger;
import timeline.drill.crowd.Ledger.Request;

/** Says every second what users saw in it. */
public final class Live implements AutoCloseable {
    private final ScheduledExecutorService second = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("live").daemon().factory());
    private final Ledger ledger;
    private final Consumer<String> progress;
    private int told;

    private Live(Ledger ledger, Consumer<String> progress) {
        this.ledger = ledger;
        this.progress = progress;
        this.told = ledger.requests().size();
    }

    /** Until closed. */
    public static Live start(Ledger ledger, Consumer<String> progress) {
        Live live = new Live(ledger, progress);
        var _ = live.second.scheduleAtFixedRate(live::tell, 1, 1, TimeUnit.SECONDS);
        return live;
    }

    private void tell() {
        List<Request> all = ledger.requests();
        progress.accept(line(all.subList(told, all.size())));
        told = all.size();
    }

    /** Of requests that ended in one second. */
    static String line(List<Request> ended) {
        Map<String, Long> flags = new TreeMap<>(ended.stream().flatMap(request -> request.ending().degraded().stream())
                .collect(Collectors.groupingBy(missing -> missing, Collectors.counting())));
        return "reads " + counts(ended.stream().filter(Endpoints::isRead).toList()) + ", flagged "
                + ended.stream().filter(Request::isFlagged).count() + (flags.isEmpty() ? "" : " " + flags) + "; posts "
                + counts(ended.stream().filter(Endpoints::isPost).toList()) + "; others "
                + counts(ended.stream().filter(request -> !Endpoints.isRead(request) && !Endpoints.isPost(request))
                        .toList());
    }

    private static String counts(List<Request> requests) {
        long refused = requests.stream().filter(Request::wasRefused).count();
        long failed = requests.stream().filter(Request::hasFailed).count() - refused;
        return String.format(Locale.ROOT, "%d ok %d refused %d failed", requests.size() - refused - failed, refused,
                failed);
    }

    @Override
    public void close() {
        second.shutdownNow();
    }
}
