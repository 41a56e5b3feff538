package timeline.system.input;

import java.util.List;
import java.util.Locale;

/** A good request for each call of the public API, from one player. */
final class Calls {
    private final Player player;

    Calls(Player player) {
        this.player = player;
    }

    /** All of them; none changes what the player has, except that the spare tweet goes. */
    List<RawRequest> all() {
        return List.of(timeline("?limit=5&cursor=" + player.home()), post("{\"text\":\"hello\"}"), show(player.tweet()),
                delete(player.spare()), follow(player.friend().user().toString()), unfollow("9223372036854775806"),
                register("{\"username\":\"" + player.session().username() + "\"}"), issue(player.session().username()),
                profile(player.user()), tweets("?limit=5&cursor=" + player.tweets()),
                followers("?limit=5&cursor=" + player.followers()), following("?limit=5&cursor=" + player.following()),
                RawRequest.of("describe", "GET", "/openapi.json"));
    }

    RawRequest timeline(String query) {
        return known("readTimeline", "GET", "/v1/timeline" + query);
    }

    RawRequest post(String json) {
        return known("postTweet", "POST", "/v1/tweets").withJson(json);
    }

    RawRequest post(byte[] json) {
        return known("postTweet", "POST", "/v1/tweets").withJson(json);
    }

    RawRequest show(String tweet) {
        return known("showTweet", "GET", "/v1/tweets/" + tweet);
    }

    RawRequest delete(String tweet) {
        return known("deleteTweet", "DELETE", "/v1/tweets/" + tweet);
    }

    RawRequest follow(String user) {
        return followBody("{\"target_user_id\":\"" + user + "\"}");
    }

    RawRequest followBody(String json) {
        return known("follow", "POST", "/v1/follow").withJson(json);
    }

    RawRequest unfollow(String user) {
        return known("unfollow", "DELETE", "/v1/follow/" + user);
    }

    RawRequest register(String json) {
        return RawRequest.of("register", "POST", "/v1/users").withJson(json);
    }

    RawRequest issue(String username) {
        return RawRequest.of("issueToken", "POST", "/v1/tokens").withJson("{\"username\":\"" + username + "\"}");
    }

    RawRequest profile(String user) {
        return known("showUser", "GET", "/v1/users/" + user);
    }

    RawRequest tweets(String query) {
        return tweets(player.user(), query);
    }

    RawRequest tweets(String user, String query) {
        return known("readUserTimeline", "GET", "/v1/users/" + user + "/tweets" + query);
    }

    RawRequest followers(String query) {
        return followers(player.user(), query);
    }

    RawRequest followers(String user, String query) {
        return known("listFollowers", "GET", "/v1/users/" + user + "/followers" + query);
    }

    RawRequest following(String query) {
        return following(player.user(), query);
    }

    RawRequest following(String user, String query) {
        return known("listFollowing", "GET", "/v1/users/" + user + "/following" + query);
    }

    private RawRequest known(String operation, String method, String target) {
        return RawRequest.of(operation, method.toUpperCase(Locale.ROOT), target).withToken(player.session().token());
    }
}
