package timeline.tweet.id;

/** No worker id is held at this moment, so ids can't be made: another process may hold the one that was. */
public final class NoWorkerIdException extends RuntimeException {
    NoWorkerIdException(String message) {
        super(message);
    }
}
