package timeline.home.client;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import timeline.calls.EachInstance;
import timeline.calls.UpstreamRequest;
import timeline.calls.UpstreamUnavailableException;
import timeline.deadline.Deadline;
import timeline.home.bodies.Deletions;
import timeline.home.bodies.DeletionsUnavailableException;
import timeline.id.TweetId;

/** {@link Deletions} at the instances of the tweet-service. */
public final class TweetServiceDeletions implements Deletions {
    private static final String PATH = "/internal/v1/deletions";

    @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
    private record Answer(long epoch, long newest, boolean continues, long[] deleted, long[] inDoubt) {}

    private final EachInstance tweetServices;

    public TweetServiceDeletions(EachInstance tweetServices) {
        this.tweetServices = tweetServices;
    }

    @Override
    public Set<String> instances() {
        try {
            return tweetServices.addresses().stream().map(URI::toString).collect(Collectors.toUnmodifiableSet());
        } catch (UpstreamUnavailableException unknown) {
            throw unavailable(unknown);
        }
    }

    @Override
    public Told since(String instance, Optional<Mark> last, Deadline deadline) {
        String question = last.map(mark -> "?epoch=" + mark.epoch() + "&after=" + mark.newest()).orElse("");
        try {
            Answer answer = tweetServices.ask(URI.create(instance), UpstreamRequest.get(PATH + question), deadline)
                    .body(Answer.class);
            return new Told(new Mark(answer.epoch(), answer.newest()), answer.continues(),
                    tweets(answer.deleted()), tweets(answer.inDoubt()));
        } catch (UpstreamUnavailableException silent) {
            throw unavailable(silent);
        }
    }

    private static List<TweetId> tweets(long[] ids) {
        return Arrays.stream(ids).mapToObj(TweetId::new).toList();
    }

    private static DeletionsUnavailableException unavailable(UpstreamUnavailableException cause) {
        return new DeletionsUnavailableException(String.valueOf(cause.getMessage()), cause);
    }
}
