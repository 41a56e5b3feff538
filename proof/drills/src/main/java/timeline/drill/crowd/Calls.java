package timeline.drill.crowd;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import timeline.client.Answer;
import timeline.client.NoAnswerException;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.client.UnexpectedAnswerException;
import timeline.drill.crowd.Ledger.Kind;
import timeline.drill.crowd.Ledger.Open;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.Action;
import timeline.history.Outcome;
import timeline.history.Recorder;
import timeline.history.SeenTweet;

/** What users do, each call written down with its answer. Safe for use by many threads. */
public final class Calls {
    private static final int PAGE = 100;
    private static final String TWEETS = "/v1/tweets";
    private static final String TIMELINE = "/v1/timeline?limit=";
    /** Longer than a claim that died with its instance lasts (5 s, ADR 0009), and an answer takes. */
    private static final Duration PERSISTENCE = Duration.ofSeconds(10);
    /** Before the second try; twice as long before each further one. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Recorder recorder;
    private final Ledger ledger;
    private final Pacer pacer;
    private final String prefix;
    private final Pages pages = new Pages();
    private final PostedTweets posted = new PostedTweets();
    private final AtomicLong numbers = new AtomicLong();

    /** @param prefix begins every text; fresh for each run */
    public Calls(Recorder recorder, String prefix) {
        this(recorder, new Ledger(System::nanoTime, Clock.systemUTC()), Pacer.real(), prefix);
    }

    /**
     * @param ledger where every request is counted
     * @param pacer passes the time between two tries
     */
    public Calls(Recorder recorder, Ledger ledger, Pacer pacer, String prefix) {
        this.recorder = recorder;
        this.ledger = ledger;
        this.pacer = pacer;
        this.prefix = prefix;
    }

    /** Posts a text that nobody else posts. */
    public Outcome post(Session author) {
        String text = freshText();
        return remember(author, once(Kind.OTHER, "POST", TWEETS, author, new Action.Post(text),
                () -> author.post(text), Calls::acknowledged));
    }

    /** Posts so that the same text, posted with the same key again, is the same tweet. */
    public Outcome post(Session author, String text, String idempotencyKey) {
        return once(Kind.IDEMPOTENT, "POST", TWEETS, author, new Action.Post(text),
                () -> author.post(text, idempotencyKey), Calls::acknowledged);
    }

    /**
     * Posts a text that nobody else posts, with a key; as long as nobody knows what became of it, again with the same key, as a good
     * client does. For the history each try is a call, for the ledger all of them are one request.
     */
    public Outcome postPersistently(Session author) {
        String text = freshText();
        try (Open request = ledger.begin(Kind.IDEMPOTENT, "POST", TWEETS)) {
            return remember(author, persistently(() -> tryToPost(author, text, request)));
        }
    }

    /** Does what may be repeated, and as long as nobody knows what became of it does it again: as a good client does. */
    Outcome persistently(Supplier<Outcome> call) {
        long deadline = pacer.nanoTime() + PERSISTENCE.toNanos();
        Outcome outcome = call.get();
        Duration pause = BETWEEN_TRIES;
        while (!isSettled(outcome) && pacer.nanoTime() - deadline < 0) {
            pacer.sleep(pause);
            pause = pause.multipliedBy(2);
            outcome = call.get();
        }
        return outcome;
    }

    /**
     * Somebody who is there when this returns. A name of this run that is taken was taken by a try whose answer was lost.
     *
     * @throws UnexpectedAnswerException when the system can't now
     */
    Session register(TimelineClient client, String name) {
        long deadline = pacer.nanoTime() + PERSISTENCE.toNanos();
        Duration pause = BETWEEN_TRIES;
        while (true) {
            try {
                return client.register(name);
            } catch (NoAnswerException | UnexpectedAnswerException notNow) {
                if (isTaken(notNow)) {
                    return client.signIn(name);
                }
                if (pacer.nanoTime() - deadline >= 0) {
                    throw notNow;
                }
                pacer.sleep(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** Somebody who is there when this returns, as {@link #register} says. */
    Session bystander(TimelineClient client) {
        return register(client, prefix + "b" + numbers.incrementAndGet());
    }

    /** Does persistently what may be repeated, and writes it down nowhere. */
    Outcome unseen(Supplier<Answer> call) {
        return persistently(() -> outcome(call, answer -> new Outcome.Done()));
    }

    private Outcome tryToPost(Session author, String text, Open request) {
        return recorder.record(author.user(), new Action.Post(text),
                () -> outcome(() -> request.send(() -> author.post(text, text.replace(' ', '-'))),
                        Calls::acknowledged));
    }

    private static boolean isTaken(RuntimeException none) {
        return none instanceof UnexpectedAnswerException said && said.answer().status() == 409;
    }

    /** 409: another try with the same key may be under way. 429: later. */
    private static boolean isSettled(Outcome outcome) {
        return !(outcome instanceof Outcome.Unknown)
                && !(outcome instanceof Outcome.Refused(int status) && (status == 409 || status == 429));
    }

    /** Has one tweet of all that were posted deleted by its author: any one, as the lot has it. */
    public void deleteAny(long lot) {
        posted.take(lot).ifPresent(chosen -> once(Kind.IDEMPOTENT, "DELETE", TWEETS + "/" + chosen.tweet(),
                chosen.author(), new Action.Delete(chosen.tweet()), () -> chosen.author().delete(chosen.tweet()),
                answer -> new Outcome.Done()));
    }

    public Outcome follow(Session follower, UserId author) {
        return once(Kind.IDEMPOTENT, "POST", "/v1/follow", follower, new Action.Follow(author),
                () -> follower.follow(author), answer -> new Outcome.Done());
    }

    public Outcome unfollow(Session follower, UserId author) {
        return once(Kind.IDEMPOTENT, "DELETE", "/v1/follow/" + author, follower, new Action.Unfollow(author),
                () -> follower.unfollow(author), answer -> new Outcome.Done());
    }

    /** A user takes another device: a new token, of which the history has nothing to say. */
    public void signIn(Session user) {
        count(Kind.IDEMPOTENT, "/v1/tokens", user::onAnotherDevice);
    }

    /** Somebody new, who does nothing further. */
    public void signUp(TimelineClient client) {
        String name = prefix + "n" + numbers.incrementAndGet();
        count(Kind.OTHER, "/v1/users", () -> client.register(name));
    }

    /** As much as one answer may hold, since that proves most. */
    public Outcome readHead(Session reader) {
        return readHead(reader, PAGE);
    }

    /** @param limit entries at most */
    public Outcome readHead(Session reader, int limit) {
        return once(Kind.IDEMPOTENT, "GET", TIMELINE + limit, reader, new Action.ReadHead(limit),
                () -> reader.timeline(limit, Optional.empty()), pages::seen);
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
                Outcome outcome = outcome(() -> page[0] = page(reader, from), pages::seen);
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

    private Answer page(Session reader, Optional<String> from) {
        try (Open request = ledger.begin(Kind.IDEMPOTENT, "GET",
                TIMELINE + PAGE + (from.isPresent() ? "&cursor=" : ""))) {
            return request.send(() -> reader.timeline(PAGE, from));
        }
    }

    private String freshText() {
        return prefix + " " + numbers.incrementAndGet();
    }

    private Outcome remember(Session author, Outcome outcome) {
        if (outcome instanceof Outcome.Posted acknowledged) {
            posted.add(author, acknowledged.tweet());
        }
        return outcome;
    }

    private Outcome once(Kind kind, String method, String path, Session user, Action action, Supplier<Answer> call,
            Function<Answer, Outcome> reading) {
        try (Open request = ledger.begin(kind, method, path)) {
            return recorder.record(user.user(), action, () -> outcome(() -> request.send(call), reading));
        }
    }

    /** For what only the ledger has something to say of; how it ends is written there. */
    private void count(Kind kind, String path, Supplier<Session> call) {
        try (Open request = ledger.begin(kind, "POST", path)) {
            request.attempt(call);
        }
    }

    /** 4xx: certainly not done; 5xx or no answer: perhaps. */
    private static Outcome outcome(Supplier<Answer> call, Function<Answer, Outcome> reading) {
        try {
            Answer answer = call.get();
            if (answer.isOk()) {
                return reading.apply(answer);
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
}
