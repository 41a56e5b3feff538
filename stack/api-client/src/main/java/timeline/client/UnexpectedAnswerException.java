package timeline.client;

/** The system said no, or that it can't now. */
public final class UnexpectedAnswerException extends RuntimeException {
    private final transient Answer answer;

    UnexpectedAnswerException(Answer answer) {
        super("answered " + answer.status() + ": " + answer.body().path("title").asString("") + " "
                + answer.body().path("detail").asString(""));
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
