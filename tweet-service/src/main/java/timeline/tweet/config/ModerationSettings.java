package timeline.tweet.config;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;
import timeline.tweet.Moderation;
import timeline.tweet.WordList;

/**
 * {@code timeline.moderation.*}: the hook on the write path.
 *
 * @param words tweets with one of these words are refused; none: everything is allowed
 */
@ConfigurationProperties("timeline.moderation")
record ModerationSettings(@DefaultValue List<String> words) {
    /** One word, as texts are split into them: anything else would match nothing, without a word. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    ModerationSettings {
        words = List.copyOf(words);
        for (String word : words) {
            SettingRules.under("timeline.moderation").that(WORD.matcher(word).matches(), "words", '"' + word + '"',
                    "single words of letters, marks and digits");
        }
    }

    Moderation moderation() {
        return words.isEmpty() ? Moderation.allowAll() : new WordList(words);
    }
}
