package timeline.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** The requests that the simulations send, and the promises that they all assert. */
final class Requests {
    /** p99 under 200 ms, and at most one request in 10,000 failed (the whiteboard's 99.99 %). */
    static final Assertion[] PROMISES = {global().responseTime().percentile(99.0).lt(200),
            global().failedRequests().percent().lte(0.01)};

    private Requests() {
    }

    static HttpProtocolBuilder gateway() {
        return http.baseUrl(Settings.gateway()).acceptHeader("application/json").shareConnections();
    }

    static HttpRequestActionBuilder readTimeline() {
        return http("read home timeline").get("/v1/timeline").header("Authorization", "Bearer #{token}")
                .check(status().is(200), jsonPath("$.tweets").exists());
    }

    static HttpRequestActionBuilder postTweet() {
        return http("post tweet").post("/v1/tweets").header("Authorization", "Bearer #{token}")
                .header("Content-Type", "application/json").body(StringBody("{\"text\":\"load #{randomUuid()}\"}"))
                .check(status().is(201));
    }
}
