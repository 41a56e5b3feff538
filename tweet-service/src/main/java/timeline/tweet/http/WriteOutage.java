package timeline.tweet.http;

import org.jspecify.annotations.Nullable;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
import timeline.edge.problem.ExceptionTranslation;
import timeline.tweet.id.ClockBehindException;
import timeline.tweet.id.NoWorkerIdException;
import timeline.tweetstore.TweetsUnavailableException;

/** Without its store, a worker id or a right clock the service answers 503, and says when to try again. */
public final class WriteOutage implements ExceptionTranslation {
    @Override
    public @Nullable ProblemException translate(Throwable exception) {
        return switch (exception) {
            case TweetsUnavailableException store -> Problem.UNAVAILABLE.because("The tweet store does not answer.");
            case NoWorkerIdException none ->
                Problem.UNAVAILABLE.because("No tweet can be named before the tweet store answers again.");
            case ClockBehindException behind -> Problem.CLOCK_SKEW.retryAfter(behind.behind(),
                    "The clock was set back; tweets are taken again when it has caught up.");
            default -> null;
        };
    }
}
