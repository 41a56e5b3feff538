package timeline.system.input;

import java.util.List;
import java.util.random.RandomGenerator;

/** Strings that have hurt somebody: characters of all kinds, other languages' code, numbers that are none. */
final class Texts {
    private static final List<String> NASTY = List.of("", " ", "hello", "\u0000", "\u0007", "\u200b", "\u2060\ufeff",
            "\ufffd",
            "\uffff", "\ud83d\ude00", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\u202eabc", "e\u0301",
            "\u1e9b\u0323",
            "\ufb01", "\udb40\udd01", "\u180b", "<script>alert(1)</script>", "'; DROP TABLE tweets; --", "\" OR 1=1",
            "${jndi:ldap://x}",
            "#{T(java.lang.Runtime).getRuntime()}", "{{7*7}}", "%00", "%s%n%x", "../../etc/passwd", "\\", "\"", "\r\n",
            "\t",
            "null", "true", "NaN", "0", "-1", "1e309", "9223372036854775808", "-0", "0x7f", "1_000", "\u0663", "text",
            "__proto__",
            "constructor", "$where", "a\u0000b", "\u001b[31m", "\u0085", "\u2028", "\u061c", "\u3164", "\u00ad");
    private static final List<String> REPEATED = List.of("a", "\u00e9", "e\u0301", "\ud83d\ude00", "\u0300", "\u202e",
            " ", "\u200d", "\ufdfa",
            "\u1100\u1161\u11a8", "\ufb2c");

    private Texts() {
    }

    static String pick(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Mutation.pick(REPEATED, random).repeat(random.nextInt(1, 400));
            case 1 -> Mutation.pick(NASTY, random) + Mutation.pick(NASTY, random);
            case 2 -> anything(random);
            default -> Mutation.pick(NASTY, random);
        };
    }

    /** Any code points but halves of pairs. */
    private static String anything(RandomGenerator random) {
        return random.ints(random.nextInt(1, 60), 0, 0x11_0000).filter(point -> point < 0xd800 || point > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
