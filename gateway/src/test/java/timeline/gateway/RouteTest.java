package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    private static final Route ROUTE = new Route("GET", "/v1/users/{user_id}/tweets", "tweet-service",
            Route.Access.USERS);

    @ParameterizedTest
    @CsvSource({"GET,/v1/users/7/tweets,true", "HEAD,/v1/users/7/tweets,true", "GET,/v1/users/a%20b/tweets,true",
            "POST,/v1/users/7/tweets,false", "GET,/v1/users//tweets,false", "GET,/v1/users/7/tweets/,false",
            "GET,/v1/users/7,false", "GET,/v1/users/7/8/tweets,false", "GET,/v1/users/7/tweet,false",
            "GET,/v1/users/7/tweetss,false", "GET,/,false"})
    void knowsItsRequests(String method, String path, boolean matches) {
        assertThat(ROUTE.matches(method, path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"/v1/tweets/7,true", "/v1/tweets/,false", "/v1/tweets,false", "/v1/tweets/7/8,false"})
    void knowsItsLastPart(String path, boolean matches) {
        Route route = new Route("GET", "/v1/tweets/{tweet_id}", "tweet-service", Route.Access.USERS);
        assertThat(route.matches("GET", path)).isEqualTo(matches);
    }
}
