package timeline.home.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import timeline.deadline.Deadline;
import timeline.calls.Upstream;
import timeline.calls.UpstreamRequest;
import timeline.calls.UpstreamResponse;
import timeline.calls.UpstreamUnavailableException;
import timeline.home.FollowGraph;
import timeline.home.FollowGraphUnavailableException;
import timeline.home.Following;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The graph at the follow-service. The last answer for each reader is remembered with its tag, for two uses: asked again, the
 * follow-service says "not modified" after a look at one row, and nothing is sent or parsed; and when it can't be asked, the last
 * answer is what there is. It is never used instead of asking: an unfollow has to count at the next read (G7).
 */
public final class FollowServiceGraph implements FollowGraph {
    private record Remembered(String tag, Following following) {}

    @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
    private record Answer(long[] following, long[] pulled, List<Leaving> leaving, long @Nullable [] owed) {}

    private record Leaving(long authorId, long untilTweetId) {}

    private final Upstream followService;
    private final Duration timeout;
    private final Cache<UserId, Remembered> remembered;

    /**
     * @param timeout for one question, whichever instances are tried
     * @param bytes how much memory the answers may take
     */
    public FollowServiceGraph(Upstream followService, Duration timeout, long bytes) {
        this.followService = followService;
        this.timeout = timeout;
        // Evicts on the thread that adds: the bound holds at once, and a virtual thread has nobody to wait for.
        this.remembered = Caffeine.newBuilder().executor(Runnable::run).maximumWeight(bytes)
                .weigher((UserId reader, Remembered answer) -> answer.following().bytes()).build();
    }

    @Override
    public Following current(UserId reader, Deadline deadline) {
        Remembered last = remembered.getIfPresent(reader);
        UpstreamRequest question = UpstreamRequest.get("/internal/v1/users/" + reader + "/following");
        UpstreamResponse response = ask(
                last == null ? question : question.header("If-None-Match", last.tag()).orSubstitute(), deadline);
        if (last != null && response.status() == 304) {
            return last.following();
        }
        Following following = following(response);
        response.header("etag").ifPresent(tag -> remembered.put(reader, new Remembered(tag, following)));
        return following;
    }

    @Override
    public Optional<Following> lastKnown(UserId reader) {
        return Optional.ofNullable(remembered.getIfPresent(reader)).map(Remembered::following);
    }

    private UpstreamResponse ask(UpstreamRequest question, Deadline deadline) {
        try {
            return deadline.within(timeout).call(() -> followService.call(question));
        } catch (UpstreamUnavailableException outage) {
            throw new FollowGraphUnavailableException(String.valueOf(outage.getMessage()), outage);
        }
    }

    private static Following following(UpstreamResponse response) {
        try {
            Answer answer = response.body(Answer.class);
            Map<UserId, TweetId> leaving = new HashMap<>();
            answer.leaving().forEach(
                    author -> leaving.put(new UserId(author.authorId()), new TweetId(author.untilTweetId())));
            // A follow-service of before knows of no debts.
            long[] owed = Objects.requireNonNullElse(answer.owed(), new long[0]);
            return Following.of(answer.following(), answer.pulled(), leaving, owed);
        } catch (UpstreamUnavailableException unusable) {
            throw new FollowGraphUnavailableException("status " + response.status() + ", or another shape", unusable);
        }
    }
}
