package timeline.gateway;

import static timeline.gateway.Route.Access.OPEN;
import static timeline.gateway.Route.Access.USERS;
import static timeline.gateway.Route.Repetition.HARMLESS;

import java.util.List;

/**
 * All that can be reached from outside (G14). What is not in this list does not exist: no internal call, no management endpoint,
 * no path that a service adds without saying so here.
 */
public final class PublicApi {
    public static final String TWEET_SERVICE = "tweet-service";
    public static final String FOLLOW_SERVICE = "follow-service";
    public static final String TIMELINE_SERVICE = "timeline-service";

    private static final List<Route> ROUTES = List.of(
            // Most of the load first: routes are tried in this order.
            new Route("GET", "/v1/timeline", TIMELINE_SERVICE, USERS),
            new Route("POST", "/v1/tweets", TWEET_SERVICE, USERS),
            new Route("GET", "/v1/tweets/{tweet_id}", TWEET_SERVICE, USERS),
            new Route("DELETE", "/v1/tweets/{tweet_id}", TWEET_SERVICE, USERS),
            new Route("GET", "/v1/users/{user_id}/tweets", TWEET_SERVICE, USERS),
            new Route("POST", "/v1/follow", FOLLOW_SERVICE, USERS, HARMLESS),
            new Route("DELETE", "/v1/follow/{target_user_id}", FOLLOW_SERVICE, USERS),
            new Route("GET", "/v1/users/{user_id}", FOLLOW_SERVICE, USERS),
            new Route("GET", "/v1/users/{user_id}/followers", FOLLOW_SERVICE, USERS),
            new Route("GET", "/v1/users/{user_id}/following", FOLLOW_SERVICE, USERS),
            new Route("POST", "/v1/users", FOLLOW_SERVICE, OPEN),
            new Route("POST", "/v1/tokens", FOLLOW_SERVICE, OPEN, HARMLESS));

    private PublicApi() {
    }

    public static List<Route> routes() {
        return ROUTES;
    }
}
