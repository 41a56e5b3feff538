package timeline.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.Action.Post;
import timeline.history.Outcome.Posted;
import timeline.history.Outcome.Refused;

/** G1, G12: what is shown was posted, by that author, with that text, and is shown as the same tweet everywhere. */
final class NoPhantom implements Invariant {
    private record Posting(UserId author, long invokedNanos, boolean refused) {}

    @Override
    public String name() {
        return "G1 no phantom";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        Map<String, Posting> postings = new HashMap<>();
        Map<String, TweetId> ids = new HashMap<>();
        history.where(Post.class::isInstance).forEach(operation -> {
            String text = ((Post) operation.action()).text();
            // The same text again is a retry of the same post: what a retry was refused, the first try may have done.
            postings.merge(text, new Posting(operation.user(), operation.invokedNanos(),
                    operation.outcome() instanceof Refused),
                    (first, retry) -> new Posting(first.author(), first.invokedNanos(),
                            first.refused() && retry.refused()));
            if (operation.outcome() instanceof Posted posted) {
                TweetId known = ids.putIfAbsent(text, posted.tweet());
                tally.check(operation, known == null || known.equals(posted.tweet()),
                        "\"%s\" was acknowledged as %s and as %s",
                        text,
                        known, posted.tweet());
            }
        });
        history.answeredReads().forEach(read -> read.seen().tweets().forEach(shown -> {
            Posting posting = postings.get(shown.text());
            tally.check(read.operation(),
                    posting != null && !posting.refused() && posting.author().equals(shown.author())
                            && posting.invokedNanos() < read.operation().endedNanos(),
                    "tweet %s, \"%s\", shown to %s was never posted by %s", shown.tweet(), shown.text(), read.user(),
                    shown.author());
            TweetId known = Objects.requireNonNullElse(ids.putIfAbsent(shown.text(), shown.tweet()), shown.tweet());
            tally.check(read.operation(),
                    known.equals(shown.tweet()) && shown.createdAt().equals(shown.tweet().createdAt()),
                    "tweet %s, \"%s\", was shown to %s as %s of %s", known, shown.text(), read.user(), shown.tweet(),
                    shown.createdAt());
        }));
        return tally.finding();
    }
}
