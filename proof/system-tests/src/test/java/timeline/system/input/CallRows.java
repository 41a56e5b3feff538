package timeline.system.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The lines of the table that concern one call each. */
final class CallRows {
    private static final String UNKNOWN = "9223372036854775807";
    private static final List<String> BAD_IDS = List.of("0", "-1", "00123", "abc", "0x10", "1.0", "1e3",
            "9223372036854775808",
            "18446744073709551616", "%D9%A3", "5%20", "null");

    private final Calls calls;
    private final Player player;
    private final List<Row> rows = new ArrayList<>();

    CallRows(Calls calls, Player player) {
        this.calls = calls;
        this.player = player;
    }

    List<Row> all() {
        bodies();
        texts();
        keys();
        limits();
        cursors();
        ids();
        follows();
        names();
        return rows;
    }

    private void bodies() {
        for (String body : List.of("", "nonsense", "{", "{\"text\":\"a\"", "[]", "null", "7", "\"text\"",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":7}", "{\"text\":{}}", "{\"text\":\"a\",}", "{'text':'a'}",
                "{\"text\":\"a\",\"tweet_id\":\"1\"}", "{\"text\":\"a\",\"user_id\":\"1\"}",
                "{\"text\":\"a\",\"created_at\":\"2026-01-01T00:00:00.000Z\"}", "{\"TEXT\":\"a\"}",
                "/**/{\"text\":\"a\"}",
                "{\"text\":" + "[".repeat(1000) + "]".repeat(1000) + "}", "{\"text\":" + "9".repeat(10_000) + "}",
                "{\"text\":\"\\ud800\"}", "{\"text\":\"\\udc00\\ud800\"}", "{\"text\":\"a\",\"media_ids\":\"b\"}",
                "\ufeff{\"text\":\"a\"}")) {
            malformed("body " + shortened(body), calls.post(body));
        }
        malformed("UTF-16", calls.post("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16)));
        for (String bytes : List.of("\u00ff", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080")) {
            malformed("bytes that are no UTF-8", calls.post(("{\"text\":\"" + bytes + "\"}").getBytes(
                    StandardCharsets.ISO_8859_1)));
        }
    }

    private void texts() {
        for (String text : List.of("", " ", "\\n\\t", "\u200b", "\u200d\u2060", "bell\\u0007", "nul\\u0000", "\\u007f",
                "\\u009b",
                "x".repeat(281), "\ud83d\ude00".repeat(281))) {
            invalid("text " + shortened(text), calls.post("{\"text\":\"" + text + "\"}"));
        }
        invalid("no text", calls.post("{}"));
        invalid("text null", calls.post("{\"text\":null}"));
        invalid("five media", calls.post("{\"text\":\"a\",\"media_ids\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}"));
        invalid("a medium with a slash", calls.post("{\"text\":\"a\",\"media_ids\":[\"../a\"]}"));
        for (String text : List.of("x".repeat(280), "\u00e9".repeat(280), "e\u0301".repeat(280),
                "\ud83d\ude00".repeat(280),
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\u202eright to left", "<script>alert(1)</script>",
                "'; DROP TABLE tweets; --", "${jndi:ldap://x}", "#{T(java.lang.Runtime)}", "%00", "../../etc/passwd",
                "\\ud83d\\ude00 \\\\ud800")) {
            rows.add(Row.taken("text " + shortened(text), calls.post("{\"text\":\"" + text + "\"}"), 201));
        }
    }

    private void keys() {
        RawRequest post = calls.post("{\"text\":\"with a key\"}");
        for (String key : List.of("", "x".repeat(65), "a b", "\u00e9", "\u00ff\u00fe", "a\tb")) {
            parameter("Idempotency-Key: " + shortened(key), post.with("Idempotency-Key: " + key));
        }
        parameter("two keys", post.with("Idempotency-Key: a", "Idempotency-Key: b"));
    }

    private void limits() {
        for (String limit : List.of("limit=0", "limit=-1", "limit=101", "limit=abc", "limit=1e9", "limit=", "limit",
                "limit=1&limit=2", "limit=05", "limit=5.0", "limit=%D9%A3", "limit=99999999999999999999",
                "limit=%zz")) {
            pages("?" + limit).forEach(page -> parameter(limit, page));
        }
        rows.add(Row.taken("HEAD", calls.timeline("").withMethod("HEAD"), 200));
        rows.add(Row.taken("a range", calls.timeline("").with("Range: bytes=0-1", "If-None-Match: \"a\""), 200));
        rows.add(Row.taken("the largest page", calls.timeline("?limit=100"), 200));
    }

    private void cursors() {
        String good = player.home();
        byte[] otherVersion = Base64.getUrlDecoder().decode(good);
        otherVersion[0]++;
        for (String cursor : List.of("", "x", "null", "%00", "%ff", "x".repeat(4096), good + "A", good.substring(1),
                good.substring(0, good.length() - 1), "B" + good.substring(1),
                Base64.getUrlEncoder().withoutPadding().encodeToString(otherVersion), player.foreign(), good + "%0a")) {
            pages("?cursor=" + cursor).forEach(page -> cursor(shortened(cursor), page));
        }
        cursor("of another list", calls.timeline("?cursor=" + player.tweets()));
        cursor("of another list", calls.tweets("?cursor=" + player.home()));
        cursor("of another list", calls.followers("?cursor=" + player.following()));
        cursor("of another list", calls.following("?cursor=" + player.followers()));
        cursor("of another user's list", calls.tweets(player.friend().user().toString(), "?cursor=" + player.tweets()));
        parameter("two cursors", calls.timeline("?cursor=" + good + "&cursor=" + good));
        rows.add(Row.taken("a cursor whose tweet was deleted", calls.timeline("?cursor=" + player.orphan()), 200));
    }

    private void ids() {
        for (String id : BAD_IDS) {
            for (RawRequest call : List.of(calls.show(id), calls.delete(id), calls.profile(id), calls.unfollow(id),
                    calls.tweets(id, ""), calls.followers(id, ""), calls.following(id, ""))) {
                parameter("id " + id, call);
            }
        }
        for (RawRequest call : List.of(calls.show(UNKNOWN), calls.delete(UNKNOWN), calls.profile(UNKNOWN),
                calls.unfollow(UNKNOWN), calls.tweets(UNKNOWN, ""), calls.followers(UNKNOWN, ""),
                calls.following(UNKNOWN, ""), calls.follow(UNKNOWN))) {
            rows.add(Row.refused("an id of nothing", call, 404, "not-found"));
        }
        rows.add(Row.refused("somebody else's tweet", calls.delete(player.friendsTweet()), 403, "forbidden"));
        rows.add(Row.taken("own tweet, perhaps again", calls.delete(player.spare()), 204));
        rows.add(Row.taken("a tweet", calls.show(player.tweet()), 200));
    }

    private void follows() {
        for (String id : List.of("7", "7.0", "-7", "null7", "\"0\"", "\"-1\"", "\"00123\"", "\"abc\"", "\"0x10\"",
                "\"18446744073709551616\"", "\" 5\"", "\"\"", "{}", "[\"5\"]", "true", "9007199254740993")) {
            malformed("id " + id, calls.followBody("{\"target_user_id\":" + id + "}"));
        }
        invalid("no id", calls.followBody("{}"));
        rows.add(Row.refused("oneself", calls.follow(player.user()), 422, "self-follow"));
        rows.add(Row.taken("whom one follows", calls.follow(player.friend().user().toString()), 200));
        rows.add(Row.taken("whom one does not follow", calls.unfollow(player.user()), 200));
    }

    private void names() {
        for (String name : List.of("", " ", "Upper", "with blank", "x".repeat(16), "\u00e9", "a-b", "a\\u0000")) {
            invalid("name " + name, calls.register("{\"username\":\"" + name + "\"}"));
            invalid("name " + name, calls.issue(name));
        }
        malformed("a number", calls.register("{\"username\":7}"));
        malformed("an unknown field", calls.register("{\"username\":\"abc\",\"user_id\":\"1\"}"));
        invalid("no name", calls.register("{}"));
        String taken = player.session().username();
        rows.add(Row.refused("a taken name", calls.register("{\"username\":\"" + taken + "\"}"), 409,
                "username-taken"));
        rows.add(Row.refused("nobody's name", calls.issue("nobody"), 404, "not-found"));
        rows.add(Row.taken("a name", calls.issue(taken), 200));
        rows.add(Row.taken("the description", RawRequest.of("describe", "GET", "/openapi.json"), 200));
    }

    private List<RawRequest> pages(String query) {
        return List.of(calls.timeline(query), calls.tweets(query), calls.followers(query), calls.following(query));
    }

    private void malformed(String name, RawRequest request) {
        rows.add(Row.refused(name, request, 400, "malformed-body"));
    }

    private void invalid(String name, RawRequest request) {
        rows.add(Row.refused(name, request, 422, "validation"));
    }

    private void parameter(String name, RawRequest request) {
        rows.add(Row.refused(name, request, 400, "invalid-parameter"));
    }

    private void cursor(String name, RawRequest request) {
        rows.add(new Row("cursor " + name, request, List.of(400), ""));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + " … (" + text.length() + ")" : text;
    }
}
