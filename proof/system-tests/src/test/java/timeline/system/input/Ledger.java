package timeline.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import timeline.client.Answer;
import timeline.testkit.Await;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a player must have, by the answers: no more and no less, or a refused request had an effect. For one thread. */
final class Ledger {
    private final Player player;
    private final Set<String> tweets = new TreeSet<>();
    private final Set<String> following = new TreeSet<>();
    private int uncertain;

    Ledger(Player player) {
        this.player = player;
        tweets.addAll(tweetsNow());
        following.addAll(followingNow());
    }

    void record(RawRequest request, Optional<Reply> answer) {
        if (answer.isEmpty() || answer.get().status() >= 500) {
            uncertain += request.method().equals("POST") || request.method().equals("DELETE") ? 1 : 0;
            return;
        }
        Reply reply = answer.get();
        String path = Targets.path(request.target());
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (reply.status() == 201 && path.equals("/v1/tweets") && reply.header("idempotent-replayed").isEmpty()) {
            tweets.add(reply.json().path("tweet_id").asString());
        } else if (reply.status() == 204) {
            tweets.remove(last);
        } else if (reply.status() == 200 && request.method().equals("POST") && path.equals("/v1/follow")) {
            following.add(target(request));
        } else if (reply.status() == 200 && request.method().equals("DELETE")) {
            following.remove(last);
        }
    }

    /** The id in a body that was taken, whatever its framing. */
    private static String target(RawRequest request) {
        String body = new String(request.bodyBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            return JsonMapper.shared().readTree(body).path("target_user_id").asString("");
        } catch (JacksonException pieces) {
            return body.replaceAll("(?s)\r\n[0-9a-f]+(;a=b)?\r\n|^[0-9a-f]+(;a=b)?\r\n", "").replaceAll("[^0-9]", "");
        }
    }

    /** Requests whose effect no answer told. */
    int uncertain() {
        return uncertain;
    }

    void check() {
        Set<String> more = new HashSet<>(tweetsNow());
        assertThat(more).as("acknowledged tweets of " + player.user()).containsAll(tweets);
        more.removeAll(tweets);
        assertThat(more).as("tweets that nobody was told of, uncertain are " + uncertain)
                .hasSizeLessThanOrEqualTo(uncertain);
        if (uncertain == 0) {
            assertThat(followingNow()).isEqualTo(following);
            assertThat(
                    answer("/v1/users/" + player.user()).body().path("following_count").asInt())
                    .isEqualTo(following.size());
        }
    }

    private Set<String> tweetsNow() {
        return all("/v1/users/" + player.user() + "/tweets", "tweets", "tweet_id");
    }

    private Set<String> followingNow() {
        return all("/v1/users/" + player.user() + "/following", "users", "user_id");
    }

    /** Asks until there is an answer: that a machine is busy says nothing of what is there. */
    private Answer answer(String path) {
        return Await.within(Duration.ofSeconds(20)).value("an answer to GET " + path,
                () -> Optional.of(player.session().get(path).orThrow()));
    }

    private Set<String> all(String list, String items, String id) {
        Set<String> ids = new TreeSet<>();
        String cursor = "";
        do {
            Answer page = answer(list + "?limit=100" + cursor);
            for (JsonNode item : page.body().path(items)) {
                ids.add(item.path(id).asString());
                assertThat(item.path("text").asString("")).isNotEqualTo(FramingMutation.SMUGGLED);
            }
            JsonNode next = page.body().path("next_cursor");
            cursor = next.isString() ? "&cursor=" + next.stringValue() : "";
        } while (!cursor.isEmpty());
        return ids;
    }
}
