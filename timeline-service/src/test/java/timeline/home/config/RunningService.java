package timeline.home.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import timeline.id.UserId;
import timeline.testkit.service.Answer;
import timeline.testkit.service.ServiceUnderTest;
import tools.jackson.databind.JsonNode;

/** The service, and the pages that it answers. */
final class RunningService extends ServiceUnderTest {
    RunningService(Path folder, List<String> settings) {
        super(new SpringApplicationBuilder(TimelineService.class), folder, settings);
    }

    Page first(UserId reader) {
        return timeline(reader, "");
    }

    /** @param query as {@code ?limit=7}, or empty */
    Page timeline(UserId reader, String query) {
        return new Page(call("GET", "/v1/timeline" + query, token(reader), ""));
    }

    /** @param token none when empty */
    Answer call(String method, String path, String token) {
        return call(method, path, token, "");
    }

    /** An answer that is a page, if all went well. */
    record Page(Answer answer) {
        int status() {
            return answer.status();
        }

        String body() {
            return answer.body();
        }

        JsonNode json() {
            return answer.json();
        }

        Duration took() {
            return answer.took();
        }

        String header(String name) {
            return answer.header(name);
        }

        String problem() {
            return answer.problem();
        }

        List<String> tweets() {
            return json().path("tweets").valueStream().map(tweet -> tweet.path("tweet_id").asString()).toList();
        }

        /** Empty at the end. */
        String next() {
            JsonNode next = json().path("next_cursor");
            return next.isNull() ? "" : next.asString();
        }

        Set<String> degraded() {
            return Stream.of(header("Timeline-Degraded").split(", ")).filter(label -> !label.isEmpty())
                    .collect(Collectors.toSet());
        }
    }
}
