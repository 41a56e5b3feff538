package timeline.system.input;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes requests: good ones of every call, then up to three mutations. The same seed, number and player make the same request, so
 * one that failed can be made again alone.
 */
final class Fuzzer {
    /** Odd, so that neighbouring numbers lie far apart (the golden ratio, as SplittableRandom uses it). */
    private static final long APART = 0x9e37_79b9_7f4a_7c15L;

    private final long seed;
    private final Player player;
    private final Calls calls;
    private final Mutation token;
    private final Mutation framing;
    private final Mutation target = new TargetMutation();
    private final Mutation header = new HeaderMutation();
    private final Mutation json = new JsonMutation();

    Fuzzer(long seed, Player player, Tokens tokens) {
        this.seed = seed;
        this.player = player;
        this.calls = new Calls(player);
        this.token = new TokenMutation(tokens.all());
        this.framing = new FramingMutation(calls.post("{\"text\":\"" + FramingMutation.SMUGGLED + "\"}"));
    }

    RawRequest request(long number) {
        SplittableRandom random = new SplittableRandom(seed + APART * number);
        RawRequest request = good(random);
        int mutations = List.of(0, 1, 1, 1, 1, 2, 2, 3).get(random.nextInt(8));
        for (int n = 0; n < mutations; n++) {
            request = mutation(request, random).of(request, random);
        }
        return request;
    }

    private Mutation mutation(RawRequest request, RandomGenerator random) {
        if (!request.body().isEmpty() && request.framed() && random.nextInt(3) > 0) {
            return json;
        }
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> target;
            case 3, 4, 5 -> header;
            case 6 -> token;
            default -> framing;
        };
    }

    private RawRequest good(RandomGenerator random) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> calls.timeline(query(player.home(), player.orphan(), random));
            case 3, 4, 5, 6 -> post(random);
            case 7 -> calls.show(tweet(random));
            case 8 -> calls.delete(tweet(random));
            case 9, 10 -> calls.follow(user(random));
            case 11 -> calls.unfollow(user(random));
            case 12 -> calls.register("{\"username\":" + quoted(name(random)) + "}");
            case 13 -> calls.issue(name(random));
            case 14 -> calls.profile(user(random));
            case 15 -> calls.tweets(query(player.tweets(), player.home(), random));
            case 16 -> calls.followers(query(player.followers(), player.following(), random));
            case 17 -> calls.following(query(player.following(), player.foreign(), random));
            case 18 -> calls.tweets(user(random), query("", player.tweets(), random));
            default -> RawRequest.of("describe", "GET", "/openapi.json");
        };
    }

    private RawRequest post(RandomGenerator random) {
        String media = random.nextInt(4) == 0 ? ",\"media_ids\":[\"a\",\"b-" + random.nextInt(100) + "\"]" : "";
        String text = random.nextInt(3) == 0 ? "hello " + random.nextInt() : Texts.pick(random);
        RawRequest post = calls.post("{\"text\":" + quoted(text) + media + "}");
        return random.nextInt(3) == 0 ? post.with("Idempotency-Key: key-" + random.nextInt(1000)) : post;
    }

    private static String query(String good, String bad, RandomGenerator random) {
        String limit = "?limit=" + random.nextInt(1, 30);
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> limit;
            case 2 -> bad.isEmpty() ? limit : limit + "&cursor=" + bad;
            default -> good.isEmpty() ? limit : limit + "&cursor=" + good;
        };
    }

    private String tweet(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> player.spare();
            case 1 -> player.friendsTweet();
            case 2 -> Long.toString(random.nextLong(1, Long.MAX_VALUE));
            default -> Long.toString(Long.parseLong(player.tweet()) + random.nextInt(3));
        };
    }

    private String user(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> player.user();
            case 1, 2 -> player.friend().user().toString();
            case 3 -> player.other().user().toString();
            default -> Long.toString(random.nextLong(1, Long.MAX_VALUE));
        };
    }

    private String name(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> player.session().username();
            case 1 -> Texts.pick(random);
            default -> "z" + Integer.toString(random.nextInt(0, Integer.MAX_VALUE), 36);
        };
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
