package timeline.tweet.config;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.tweet.Moderation;
import timeline.tweet.WordList;

/**
 * {@code timeline.moderation.*}: the hook on the write path.
 *
 * @param words tweets with one of these words are refused; none: everything is allowed
 */
@ConfigurationProperties("timeline.moderation")
record ModerationProperties(@DefaultValue({
}) List<String> words) {
    Moderation moderation() {
        return words.isEmpty() ? Moderation.allowAll() : new WordList(words);
    }
}
