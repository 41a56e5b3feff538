package timeline.system.input;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/** Replaces the access token by one that is forged, or spoils it. */
final class TokenMutation implements Mutation {
    private static final List<String> HEADERS = List.of("{\"alg\":\"none\"}", "{\"alg\":\"HS256\"}",
            "{\"alg\":\"RS256\"}",
            "{\"alg\":\"RS256\",\"kid\":\"../../etc/passwd\"}", "{\"alg\":\"ES256\",\"kid\":\"'\"}",
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
            "{\"alg\":\"RS256\",\"jku\":\"http://evil/\"}", "{\"alg\":\"RS256\",\"crit\":[\"x\"]}", "{\"alg\":7}", "{}",
            "[]", "null",
            "{\"alg\":\"RS256\",\"b64\":false,\"crit\":[\"b64\"]}", "{\"alg\":\"PS512\",\"zip\":\"DEF\"}");
    private static final List<String> SCHEMES = List.of("", "Bearer", "Bearer  ", "bearer ", "BEARER ", "Basic ",
            "Token ", "Bearer\t",
            "Bearer \u00ff", "Bearer a b ", "Bearer ,", "Bearer \u0001");

    private final List<String> forged;

    TokenMutation(List<String> forged) {
        this.forged = forged;
    }

    @Override
    public RawRequest of(RawRequest request, RandomGenerator random) {
        String token = request.headers().stream().filter(line -> line.startsWith("Authorization: Bearer ")).findFirst()
                .map(line -> line.substring(22)).orElse("a.b.c");
        return switch (random.nextInt(7)) {
            case 0 -> request.without("Authorization");
            case 1 -> request.without("Authorization").with("Authorization: " + Mutation.pick(SCHEMES, random) + token);
            case 2 -> request.with("Authorization: Bearer " + token);
            case 3 -> request.withToken(header(token, Mutation.pick(HEADERS, random)));
            case 4 -> request.withToken(changed(token, random));
            case 5 ->
                request.withToken(token + Mutation.pick(List.of(".", "..", "=", " ", ".x", "\u00e9", "%00"), random));
            default -> request.withToken(Mutation.pick(forged, random));
        };
    }

    private static String header(String token, String json) {
        int dot = Math.max(0, token.indexOf('.'));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8))
                + token.substring(dot);
    }

    /** Another character in one place. The last ones are spared: base64 may not count all of their bits. */
    private static String changed(String token, RandomGenerator random) {
        if (token.length() < 10) {
            return token + "x";
        }
        int at = random.nextInt(token.length() - 4);
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return switch (random.nextInt(3)) {
            case 0 -> token.substring(0, at);
            case 1 -> token.substring(0, at) + other + token.substring(at + 1);
            default -> token.substring(0, at) + other + token.substring(at);
        };
    }
}
