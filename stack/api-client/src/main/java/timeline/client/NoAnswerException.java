package timeline.client;

import java.io.IOException;

/** There was no answer: refused, reset, or none in time. What was asked for may or may not have happened. */
public final class NoAnswerException extends RuntimeException {
    NoAnswerException(String request, IOException cause) {
        super(request + ": no answer (" + cause.getClass().getSimpleName() + ")", cause);
    }
}
