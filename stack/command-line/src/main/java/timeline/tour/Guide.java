package timeline.tour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.local.Terminal;
import tools.jackson.databind.node.ObjectNode;

/** Sends the requests, shows them with their answers, and keeps count of the promises. */
final class Guide {
    private static final List<String> TELLING_HEADERS = List.of("Timeline-Source", "Timeline-Degraded", "Server-Timing",
            "Location");
    private static final long BETWEEN_READS_MILLIS = 20;
    private static final int SHOWN_CHARACTERS = 150;

    private final TimelineClient client;
    private final Terminal terminal;
    private final List<String> kept = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    Guide(TimelineClient client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    void title(String text) {
        terminal.say("");
        terminal.say("== " + text);
    }

    /** What happened inside, in the whiteboard's words. */
    void explain(String text) {
        terminal.say("     " + text);
    }

    /** Sends a request and shows it. */
    Answer call(Session who, String method, String path, @Nullable ObjectNode body) {
        Answer answer = client.call(method, path, who.token(), body);
        show(who.username(), method + " " + path + (body == null ? "" : " " + body), answer);
        return answer;
    }

    /** Sends a request without a token, and shows it. */
    Answer callAsNobody(String method, String path) {
        Answer answer = client.call(method, path, null, null);
        show("nobody", method + " " + path, answer);
        return answer;
    }

    Answer post(Session author, String text) {
        return call(author, "POST", "/v1/tweets", TimelineClient.object().put("text", text));
    }

    Answer timeline(Session reader) {
        return call(reader, "GET", "/v1/timeline", null);
    }

    /**
     * Reads a timeline until it shows what it should, or the bound is over; shows the last read only.
     *
     * @return how long it took, empty when it did not come
     */
    Optional<Duration> within(Duration bound, Session reader, Predicate<Answer> fact) throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            Answer answer = reader.timeline(20, Optional.empty());
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            boolean there = fact.test(answer);
            if (there || waited.compareTo(bound) > 0) {
                show(reader.username(), "GET /v1/timeline?limit=20", answer);
                return there ? Optional.of(waited) : Optional.empty();
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_READS_MILLIS);
        }
    }

    /** Holds an observation against a promise. */
    void promise(String what, boolean held) {
        (held ? kept : broken).add(what);
        terminal.say((held ? "  ok   " : "  BROKEN   ") + what);
    }

    List<String> kept() {
        return kept;
    }

    List<String> broken() {
        return broken;
    }

    private void show(String who, String request, Answer answer) {
        terminal.say("");
        terminal.say("  " + who + ": " + shortened(request));
        terminal.say(
                String.format(Locale.ROOT, "  -> %d in %.1f ms  %s", answer.status(), answer.took().toNanos() / 1e6,
                        answer.body().isMissingNode() ? "" : shortened(answer.body().toString())));
        TELLING_HEADERS
                .forEach(name -> answer.header(name).ifPresent(value -> terminal.say("     " + name + ": " + value)));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS - 1) + "…";
    }
}
