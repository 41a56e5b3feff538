package timeline.edge.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;

/**
 * The {@code timeline.*} keys, and who takes them. Every service knows all of them, not its own alone: environment variables and system
 * properties are usually given to all services alike.
 */
final class KnownKeys {
    private static final String EVERYBODY = "*";
    private static final Pattern INDEX = Pattern.compile("\\[[^]]*]");
    private static final Pattern VARIABLE_INDEX = Pattern.compile("_[0-9]+$");

    private final Map<String, Set<String>> takers = new HashMap<>();
    private final Set<String> variables = new HashSet<>();

    /** @param lines {@code KEY TAKER...}, and {@code #} for comments */
    KnownKeys(Iterable<String> lines) {
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> words = List.of(StringUtils.tokenizeToStringArray(line, " "));
            takers.put(plain(words.getFirst()), Set.copyOf(words.subList(1, words.size())));
            variables.add(squashed(words.getFirst()));
        }
    }

    static KnownKeys ofTheProduct() {
        try {
            return new KnownKeys(new ClassPathResource("keys.txt", KnownKeys.class)
                    .getContentAsString(StandardCharsets.UTF_8).lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean isOurs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("timeline.") || lower.startsWith("timeline_");
    }

    /** Whether a service takes this key, in any of the spellings that are bound to it. */
    boolean isTaken(String key, String service) {
        Set<String> who = takers.getOrDefault(plain(key), Set.of());
        return who.contains(EVERYBODY) || who.contains(service);
    }

    /** Whether anybody takes this key, which may be spelled as an environment variable. */
    boolean isKnown(String name) {
        return takers.containsKey(plain(name)) || variables.contains(squashed(name))
                || variables.contains(squashed(VARIABLE_INDEX.matcher(name).replaceFirst("")));
    }

    /** {@code mostInFlight}, {@code most_in_flight} and {@code most-in-flight} are one; so are the elements of a list. */
    private static String plain(String key) {
        return INDEX.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("").replace("-", "").replace("_", "");
    }

    private static String squashed(String key) {
        return plain(key).replace(".", "");
    }
}
