package timeline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import timeline.edge.admission.Doors.Door;
import timeline.gateway.PublicApi;
import timeline.traffic.Admission;
import timeline.traffic.Rank;

class PublicDoorsTest {
    private final Map<String, Admission> services = Map.of("tweet-service", admission(), "timeline-service",
            admission(), "follow-service", admission());
    private final PublicDoors doors = new PublicDoors(PublicApi.routes(), services);

    @ParameterizedTest
    @CsvSource({"POST,/v1/tweets,,tweet-service,FIRST", "DELETE,/v1/tweets/7,,tweet-service,FIRST",
            "POST,/v1/follow,,follow-service,FIRST", "GET,/v1/timeline,limit=5,timeline-service,READ",
            "HEAD,/v1/timeline,,timeline-service,READ",
            "GET,/v1/timeline,limit=5&cursor=x,timeline-service,FURTHER_PAGE",
            "GET,/v1/users/7,,follow-service,READ", "GET,/v1/users/7/tweets,,tweet-service,READ",
            "GET,/v1/users/7/followers,,follow-service,LATER", "POST,/v1/users,,follow-service,LATER",
            "POST,/v1/tokens,,follow-service,LATER"})
    void eachServiceHasADoorAndEachRequestARank(String method, String path, @Nullable String query, String service,
            Rank rank) {
        Door door = Objects.requireNonNull(doors.of(method, path, query));
        assertThat(door.admission()).isSameAs(services.get(service));
        assertThat(door.rank()).isEqualTo(rank);
    }

    @Test
    void whatIsNoneOfTheServicesBusinessIsLetThrough() {
        assertThat(doors.of("GET", "/openapi.json", null)).isNull();
        assertThat(doors.of("GET", "/v1/nothing", null)).isNull();
        assertThat(doors.of("PATCH", "/v1/timeline", null)).isNull();
    }

    private static Admission admission() {
        return new Admission(new Admission.Rules(Duration.ofMillis(10), Duration.ofMillis(100), 64, 8, 512), () -> 0,
                () -> 0);
    }
}
