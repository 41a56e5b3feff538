package timeline.system.drill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import timeline.client.Answer;
import timeline.client.NoAnswerException;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.client.UnexpectedAnswerException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.system.history.Action;
import timeline.system.history.Operation;
import timeline.system.history.Outcome;
import timeline.system.history.Recorder;
import timeline.system.history.SeenTweet;

/** Some authors and their followers, whose every call is written down. */
final class Crowd {
    private static final int PAGE = 100;

    private final List<Session> authors;
    private final List<Session> followers;
    private final Recorder recorder;

    private Crowd(List<Session> authors, List<Session> followers, Recorder recorder) {
        this.authors = authors;
        this.followers = followers;
        this.recorder = recorder;
    }

    /**
     * Makes the users, lets each follower follow about half of the authors, and has everybody read once, so that their timelines
     * are cached.
     *
     * @param prefix begins every user name; fresh for each run, at most 8 characters
     */
    static Crowd gather(TimelineClient client, Recorder recorder, String prefix, int authors, int followers,
            RandomGenerator random) {
        List<Session> writing = register(client, prefix + "a", authors);
        List<Session> reading = register(client, prefix + "f", followers);
        Crowd crowd = new Crowd(writing, reading, recorder);
        for (Session follower : reading) {
            for (Session author : writing) {
                if (random.nextBoolean()) {
                    crowd.follow(follower, author.user());
                }
            }
        }
        crowd.everybody().forEach(crowd::readHead);
        return crowd;
    }

    List<Session> authors() {
        return authors;
    }

    List<Session> everybody() {
        List<Session> everybody = new ArrayList<>(authors);
        everybody.addAll(followers);
        return everybody;
    }

    void post(Session author, String text) {
        recorder.record(author.user(), new Action.Post(text), () -> outcome(() -> author.post(text),
                answer -> new Outcome.Posted(TweetId.parse(answer.body().path("tweet_id").asString("")))));
    }

    void readHead(Session reader) {
        recorder.record(reader.user(), new Action.ReadHead(PAGE),
                () -> outcome(() -> reader.timeline(PAGE, Optional.empty()), Pages::seen));
    }

    /** Reads to the end, page by page. A page that could not be had makes the whole scroll unknown. */
    Outcome scroll(Session reader) {
        return recorder.record(reader.user(), new Action.Scroll(PAGE), () -> {
            List<SeenTweet> tweets = new ArrayList<>();
            Set<String> degraded = new HashSet<>();
            Optional<String> cursor = Optional.empty();
            do {
                Optional<String> from = cursor;
                Answer[] page = new Answer[1];
                Outcome outcome = outcome(() -> page[0] = reader.timeline(PAGE, from), Pages::seen);
                if (!(outcome instanceof Outcome.Seen seen)) {
                    return outcome;
                }
                tweets.addAll(seen.tweets());
                degraded.addAll(seen.degraded());
                cursor = Pages.next(page[0]);
            } while (cursor.isPresent());
            return new Outcome.Seen(tweets, degraded);
        });
    }

    private void follow(Session follower, UserId author) {
        Outcome outcome = recorder.record(follower.user(), new Action.Follow(author),
                () -> outcome(() -> follower.follow(author), answer -> new Outcome.Done()));
        if (!(outcome instanceof Outcome.Done)) {
            throw new DrillException("could not follow before the drill began: " + outcome);
        }
    }

    private static List<Session> register(TimelineClient client, String prefix, int count) {
        return IntStream.range(0, count).mapToObj(n -> client.register(prefix + n)).toList();
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

    /** Whether a call's answer was a good one. */
    static boolean succeeded(Operation operation) {
        return !(operation.outcome() instanceof Outcome.Unknown) && !(operation.outcome() instanceof Outcome.Refused);
    }
}
