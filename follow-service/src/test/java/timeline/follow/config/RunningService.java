package timeline.follow.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import timeline.testkit.PostgresStore;
import timeline.testkit.PostgresStore.Database;
import timeline.testkit.service.Answer;
import timeline.testkit.service.ServiceUnderTest;

/** The service on a database and a broker of the test's choice. */
final class RunningService extends ServiceUnderTest {
    RunningService(Path folder, String jdbcUrl, String bootstrapServers, String... settings) {
        super(new SpringApplicationBuilder(FollowServiceApplication.class), folder,
                Stream.concat(stores(jdbcUrl, bootstrapServers).stream(), Stream.of(settings)).toList());
    }

    RunningService(Path folder, Database database, String bootstrapServers, String... settings) {
        this(folder, database.jdbcUrl(), bootstrapServers, settings);
    }

    private static List<String> stores(String jdbcUrl, String bootstrapServers) {
        return List.of("spring.datasource.url=" + jdbcUrl, "spring.datasource.username=timeline",
                "spring.datasource.password=" + PostgresStore.PASSWORD,
                "spring.kafka.bootstrap-servers=" + bootstrapServers);
    }

    /** Registers a user and issues a token for it. */
    Session register(String username) {
        String body = "{\"username\":\"" + username + "\"}";
        Answer user = call("POST", "/v1/users", "", body);
        Answer token = call("POST", "/v1/tokens", "", body);
        return new Session(user.json().path("user_id").asString(), token.json().path("access_token").asString());
    }

    /** A call of another service. */
    Answer internal(String method, String path, String body, String... headers) {
        return call(method, path, internalToken("fanout-service"), body, headers);
    }

    /** A user and their token. */
    record Session(String userId, String token) {}
}
