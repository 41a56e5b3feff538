package timeline.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.id.TweetId;
import tools.jackson.databind.JsonNode;

/**
 * A user with something of everything: tweets, a deleted one, followers, followees, and a cursor into each list. Made once, so that
 * the same requests can be made for each.
 *
 * @param tweet the user's own, never deleted
 * @param spare the user's own, to be deleted
 * @param friend whom the user follows, and who follows back
 * @param other the same
 * @param friendsTweet not the user's to delete
 * @param orphan a cursor whose tweet was deleted
 * @param foreign the friend's cursor, into the friend's home timeline
 */
record Player(Session session, String tweet, String spare, Session friend, Session other, String friendsTweet,
        String home, String tweets, String followers, String following, String orphan, String foreign) {
    static Player of(Session session, Session friend, Session other) {
        List<String> own = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            own.add(post(session));
        }
        String friendsTweet = post(friend);
        post(friend);
        for (Session one : List.of(friend, other)) {
            assertThat(session.follow(one.user()).status()).isEqualTo(200);
            assertThat(one.follow(session.user()).status()).isEqualTo(200);
        }
        String orphan = cursor(session.timeline(1, Optional.empty()));
        // The newest: the friend's posts may not have arrived yet, so that it is one of these two that the cursor stands on.
        assertThat(session.delete(TweetId.parse(own.get(3))).status()).isEqualTo(204);
        String lists = "/v1/users/" + session.user();
        return new Player(session, own.get(0), own.get(1), friend, other, friendsTweet,
                cursor(session.timeline(1, Optional.empty())),
                cursor(session.userTimeline(session.user(), 1, Optional.empty())),
                cursor(session.get(lists + "/followers?limit=1")), cursor(session.get(lists + "/following?limit=1")),
                orphan, cursor(friend.timeline(1, Optional.empty())));
    }

    private static String post(Session author) {
        Answer answer = author.post("for later");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("tweet_id").asString("");
    }

    private static String cursor(Answer page) {
        JsonNode next = page.body().path("next_cursor");
        assertThat(next.isString()).as(page.body().toString()).isTrue();
        return next.stringValue();
    }

    String user() {
        return session.user().toString();
    }

    /** What the user has: so much that a refused request could change. Without the graph's database, less can be told. */
    List<String> possessions(boolean graph) {
        List<String> all = new ArrayList<>(ids(session.timeline(100, Optional.empty()), "tweets", "tweet_id", user()));
        if (graph) {
            String me = "/v1/users/" + user();
            all.add(session.get(me).orThrow().body().toString());
            all.addAll(ids(session.get(me + "/tweets?limit=100"), "tweets", "tweet_id", user()));
            all.addAll(ids(session.get(me + "/following?limit=100"), "users", "user_id", ""));
            all.addAll(ids(session.get(me + "/followers?limit=100"), "users", "user_id", ""));
        }
        return all;
    }

    private static List<String> ids(Answer page, String list, String member, String author) {
        List<String> ids = new ArrayList<>();
        for (JsonNode one : page.orThrow().body().path(list)) {
            if (author.isEmpty() || one.path("user_id").asString("").equals(author)) {
                ids.add(one.path(member).asString(""));
            }
        }
        return ids;
    }
}
