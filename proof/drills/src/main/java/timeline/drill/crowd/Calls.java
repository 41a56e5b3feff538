package timeline.drill.crowd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import timeline.client.Answer;
import timeline.client.NoAnswerException;
import timeline.client.Session;
import timeline.client.UnexpectedAnswerException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.Action;
import timeline.history.Operation;
import timeline.history.Outcome;
import timeline.history.Recorder;
import timeline.history.SeenTweet;

/** What users do, each call written down with its answer. Safe for use by many threads. */
public final class Calls {
    private static final int PAGE = 100;

    private final Recorder recorder;
    private final String prefix;
    private final Pages pages = new Pages();
    private final PostedTweets posted = new PostedTweets();
    private final AtomicLong numbers = new AtomicLong();

    /** @param prefix begins every text; fresh for each run */
    public Calls(Recorder recorder, String prefix) {
        this.recorder = recorder;
        this.prefix = prefix;
    }

    /** Posts a text that nobody else posts. */
    public Outcome post(Session author) {
        String text = prefix + " " + numbers.incrementAndGet();
        Outcome outcome = recorder.record(author.user(), new Action.Post(text), () -> outcome(() -> author.post(text),
                Calls::acknowledged));
        if (outcome instanceof Outcome.Posted acknowledged) {
            posted.add(author, acknowledged.tweet());
        }
        return outcome;
    }

    /** Posts so that the same text, posted with the same key again, is the same tweet. */
    public Outcome post(Session author, String text, String idempotencyKey) {
        return recorder.record(author.user(), new Action.Post(text),
                () -> outcome(() -> author.post(text, idempotencyKey), Calls::acknowledged));
    }

    /** Has one tweet of all that were posted deleted by its author: any one, as the lot has it. */
    public void deleteAny(long lot) {
        posted.take(lot).ifPresent(chosen -> recorder.record(chosen.author().user(),
                new Action.Delete(chosen.tweet()),
                () -> outcome(() -> chosen.author().delete(chosen.tweet()), answer -> new Outcome.Done())));
    }

    public Outcome follow(Session follower, UserId author) {
        return recorder.record(follower.user(), new Action.Follow(author),
                () -> outcome(() -> follower.follow(author), answer -> new Outcome.Done()));
    }

    public Outcome unfollow(Session follower, UserId author) {
        return recorder.record(follower.user(), new Action.Unfollow(author),
                () -> outcome(() -> follower.unfollow(author), answer -> new Outcome.Done()));
    }

    public Outcome readHead(Session reader) {
        return recorder.record(reader.user(), new Action.ReadHead(PAGE),
                () -> outcome(() -> reader.timeline(PAGE, Optional.empty()), pages::seen));
    }

    /** Reads to the end, page by page. A page that could not be had makes the whole scroll unknown. */
    public Outcome scroll(Session reader) {
        return recorder.record(reader.user(), new Action.Scroll(PAGE), () -> {
            List<SeenTweet> tweets = new ArrayList<>();
            Set<String> degraded = new HashSet<>();
            Optional<String> cursor = Optional.empty();
            do {
                Optional<String> from = cursor;
                Answer[] page = new Answer[1];
                Outcome outcome = outcome(() -> page[0] = reader.timeline(PAGE, from), pages::seen);
                if (!(outcome instanceof Outcome.Seen seen)) {
                    return outcome;
                }
                tweets.addAll(seen.tweets());
                degraded.addAll(seen.degraded());
                cursor = Pages.next(page[0]);
            } while (cursor.isPresent());
            return new Outcome.Seen(List.copyOf(tweets), degraded);
        });
    }

    private interface Call {
        Answer send();
    }

    private interface Reading {
        Outcome of(Answer answer);
    }

    /** 4xx: certainly not done; 5xx or no answer: perhaps. */
    private static Outcome outcome(Call call, Reading reading) {
        try {
            Answer answer = call.send();
            if (answer.isOk()) {
                return reading.of(answer);
            }
            return answer.status() < 500
                    ? new Outcome.Refused(answer.status())
                    : new Outcome.Unknown("answered " + answer.status());
        } catch (NoAnswerException | UnexpectedAnswerException none) {
            return new Outcome.Unknown(none.toString());
        }
    }

    private static Outcome acknowledged(Answer answer) {
        return new Outcome.Posted(TweetId.parse(answer.body().path("tweet_id").asString("")));
    }

    /** Whether a call's answer was a good one. */
    public static boolean succeeded(Operation operation) {
        return !(operation.outcome() instanceof Outcome.Unknown) && !(operation.outcome() instanceof Outcome.Refused);
    }
}
