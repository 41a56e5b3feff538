package timeline.home.owed;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import timeline.id.TweetId;
import timeline.id.UserId;

/** What is owed as one read takes it: the list of debts, and how old a tweet is that should have been pushed by now. */
public final class OwedView {
    private static final OwedList EMPTY = new OwedList();

    /** Of a process that does not use it: nothing is owed, and nobody says that he can't tell. */
    static final OwedView NOTHING = new OwedView(EMPTY, 0, true, TweetId.EARLIEST);

    /** Whose debts are asked for. */
    public interface Followees {
        int size();

        boolean includes(UserId author);

        void forEach(Consumer<UserId> action);
    }

    private final OwedList list;
    private final long nowNanos;
    private final boolean fresh;
    private final TweetId countsBefore;

    OwedView(OwedList list, long nowNanos, boolean fresh, TweetId countsBefore) {
        this.list = list;
        this.nowNanos = nowNanos;
        this.fresh = fresh;
        this.countsBefore = countsBefore;
    }

    /** What is younger may be on its way as usual, also to who has just followed its author; and if not, it is in the list. */
    public TweetId countsBefore() {
        return countsBefore;
    }

    /** Whether a tweet may be owed that the list has not, and that a page which reaches down to here should show. */
    public boolean mayLack(TweetId downTo) {
        return !fresh || downTo.isBefore(list.allFrom());
    }

    /** Everything that is owed of these authors; as dear as the smaller of the two is large. */
    public void forEachOf(Followees followees, BiConsumer<UserId, TweetId> action) {
        if (list.authors() <= followees.size()) {
            list.forEachAuthor(author -> {
                if (followees.includes(author)) {
                    of(author, action);
                }
            });
        } else {
            followees.forEach(author -> of(author, action));
        }
    }

    private void of(UserId author, BiConsumer<UserId, TweetId> action) {
        list.forEachOf(author, nowNanos, tweet -> action.accept(author, tweet));
    }
}
