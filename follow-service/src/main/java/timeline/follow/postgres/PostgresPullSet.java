package timeline.follow.postgres;

import java.util.Optional;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.audience.PullSet;
import timeline.follow.audience.PulledAuthor;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The tables {@code pulled_authors} and {@code pull_set}. Changes are rare and happen one after the other. */
public final class PostgresPullSet implements PullSet {
    private final GraphDatabase database;

    public PostgresPullSet(GraphDatabase database) {
        this.database = database;
    }

    @Override
    public PulledAuthor enter(UserId author, TweetId from) {
        return database.transaction(jdbc -> {
            change(jdbc, next -> UpsertPulledAuthor.run(jdbc, author, from, next));
            return SelectPulledAuthor.run(jdbc, author).orElseThrow();
        });
    }

    @Override
    public Optional<PulledAuthor> leave(UserId author) {
        return database.transaction(jdbc -> {
            change(jdbc, next -> MarkLeaving.run(jdbc, author, next));
            return SelectPulledAuthor.run(jdbc, author);
        });
    }

    @Override
    public boolean remove(UserId author, long epoch) {
        return database.transaction(jdbc -> {
            change(jdbc, next -> DeletePulledAuthor.run(jdbc, author, epoch));
            return SelectPulledAuthor.run(jdbc, author).isEmpty();
        });
    }

    @Override
    public Optional<PulledAuthor> find(UserId author) {
        return database.statement(jdbc -> SelectPulledAuthor.run(jdbc, author));
    }

    @Override
    public long epoch() {
        return database.statement(PullSetEpoch::read);
    }

    /** The next epoch is that of the change, if it is one. */
    private static void change(JdbcClient jdbc, LongPredicate work) {
        long next = PullSetEpoch.lock(jdbc) + 1;
        if (work.test(next)) {
            PullSetEpoch.change(jdbc, next);
        }
    }
}
