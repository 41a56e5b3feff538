package timeline.settings;

/**
 * A setting that can't be meant. The message is one sentence for whoever set it, names the key and the value, and is all that a
 * service says before it ends.
 */
public final class BadSettingException extends IllegalArgumentException {
    public BadSettingException(String sentence) {
        super(sentence);
    }
}
