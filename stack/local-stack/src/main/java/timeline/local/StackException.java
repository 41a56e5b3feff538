package timeline.local;

/** Something that the user asked for could not be done. The message is one clear sentence for the user. */
public class StackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StackException(String sentence) {
        super(sentence);
    }

    public StackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
