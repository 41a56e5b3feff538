package timeline.fanout.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import timeline.calls.Upstream;
import timeline.calls.UpstreamRequest;
import timeline.calls.UpstreamResponse;
import timeline.calls.UpstreamUnavailableException;
import timeline.deadline.Deadline;
import timeline.fanout.Audience;
import timeline.fanout.FollowerPage;
import timeline.fanout.Followers;
import timeline.fanout.GraphUnavailableException;
import timeline.fanout.OwedBackfill;
import timeline.fanout.OwedBackfills;
import timeline.fanout.PullSet;
import timeline.fanout.PulledAuthor;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The graph at the follow-service. No cache: a list that lags loses tweets. Whatever is no usable answer counts as an outage,
 * also a refusal: giving up on a tweet because a key was not rotated in time would lose it.
 */
public final class FollowServiceClient implements Followers, PullSet, OwedBackfills {
    private static final String OWED = "/internal/v1/owed-backfills";

    private final Upstream followService;

    public FollowServiceClient(Upstream followService) {
        this.followService = followService;
    }

    @Override
    public FollowerPage page(UserId author, Optional<UserId> after, int limit, Deadline deadline) {
        String path = "/internal/v1/users/" + author + "/followers?after=" + after.map(UserId::toString).orElse("0")
                + "&limit=" + limit;
        Page page = body(call(UpstreamRequest.get(path), deadline), Page.class);
        return new FollowerPage(Arrays.stream(page.followers).mapToObj(UserId::new).toList(),
                Optional.ofNullable(page.next).map(UserId::new), page.audience.toAudience());
    }

    @Override
    public void enter(UserId author, TweetId from, Deadline deadline) {
        Pulled pulled = body(call(UpstreamRequest.put(path(author), new Entry(from.value())), deadline), Pulled.class);
        if (pulled.pulledFrom > from.value()) {
            throw new GraphUnavailableException("the pull set did not take " + author + " from " + from, null);
        }
    }

    @Override
    public void beginWayOut(UserId author, Deadline deadline) {
        UpstreamResponse response = call(UpstreamRequest.post(path(author) + "/leave"), deadline);
        if (response.status() != 404) {
            body(response, Pulled.class);
        }
    }

    @Override
    public boolean remove(UserId author, long epoch, Deadline deadline) {
        UpstreamResponse response = call(UpstreamRequest.delete(path(author) + "?epoch=" + epoch), deadline);
        return switch (response.status()) {
            case 204 -> true;
            case 409 -> false;
            default -> throw new GraphUnavailableException("status " + response.status() + " to a removal", null);
        };
    }

    @Override
    public void settle(List<OwedBackfill> paid, Deadline deadline) {
        UpstreamResponse response = call(
                UpstreamRequest.post(OWED + "/settled", Backfills.of(paid)).repeatable(), deadline);
        if (response.status() != 204) {
            throw new GraphUnavailableException("status " + response.status() + " to what is settled", null);
        }
    }

    @Override
    public List<OwedBackfill> oldest(Duration owedFor, int limit, Deadline deadline) {
        String path = OWED + "?owed_for_ms=" + owedFor.toMillis() + "&limit=" + limit;
        return body(call(UpstreamRequest.get(path), deadline), Backfills.class).toOwed();
    }

    private static String path(UserId author) {
        return "/internal/v1/pulled-authors/" + author;
    }

    private UpstreamResponse call(UpstreamRequest request, Deadline deadline) {
        try {
            return deadline.call(() -> followService.call(request));
        } catch (UpstreamUnavailableException outage) {
            throw new GraphUnavailableException(String.valueOf(outage.getMessage()), outage);
        }
    }

    private static <T> T body(UpstreamResponse response, Class<T> type) {
        try {
            return response.body(type);
        } catch (UpstreamUnavailableException unusable) {
            throw new GraphUnavailableException("status " + response.status() + ", or an answer of another shape",
                    unusable);
        }
    }

    private record Entry(long fromTweetId) {}

    private record Backfills(List<Owed> backfills) {
        private record Owed(long followerId, long authorId, long number) {}

        static Backfills of(List<OwedBackfill> owed) {
            return new Backfills(owed.stream()
                    .map(entry -> new Owed(entry.follower().value(), entry.author().value(), entry.number())).toList());
        }

        List<OwedBackfill> toOwed() {
            return backfills.stream().map(entry -> new OwedBackfill(new UserId(entry.followerId),
                    new UserId(entry.authorId), entry.number)).toList();
        }
    }

    private record Pulled(long pulledFrom, long epoch) {}

    @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
    private record Page(long[] followers, @Nullable Long next, Decision audience) {}

    private record Decision(long followerCount, long threshold, @Nullable Long pulledFrom, @Nullable Long pulledUntil,
            @Nullable Long epoch) {
        Audience toAudience() {
            Optional<PulledAuthor> pulled = pulledFrom == null || epoch == null
                    ? Optional.empty()
                    : Optional.of(new PulledAuthor(new TweetId(pulledFrom),
                            Optional.ofNullable(pulledUntil).map(TweetId::new), epoch));
            return new Audience(followerCount, threshold, pulled);
        }
    }
}
