package timeline.tweet;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An example of {@link Moderation}: refuses texts that contain one of some words. Whole words, whatever their case or width: neither a word
 * inside another one nor fullwidth letters fool it. Spelling around it is easy; a real one learns.
 */
public final class WordList implements Moderation {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Set<String> words;

    /** @param words each a single word; blank ones are skipped */
    public WordList(Collection<String> words) {
        this.words = words.stream().map(WordList::fold).filter(word -> !word.isBlank()).collect(toUnmodifiableSet());
    }

    @Override
    public Verdict judge(Draft draft) {
        boolean refused = BETWEEN_WORDS.splitAsStream(fold(draft.text().value())).anyMatch(words::contains);
        return refused ? new Verdict.Refused("The text contains a word that is not allowed.") : new Verdict.Allowed();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }
}
