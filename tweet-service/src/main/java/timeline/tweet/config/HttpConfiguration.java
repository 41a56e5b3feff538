package timeline.tweet.config;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import timeline.identity.Secrets;
import timeline.calls.Upstreams;
import timeline.page.CursorCodec;
import timeline.tweet.DeleteTweet;
import timeline.tweet.PostTweet;
import timeline.tweet.UserTimeline;
import timeline.tweet.Users;
import timeline.tweet.client.FollowServiceUsers;
import timeline.tweet.http.InternalDeletionsController;
import timeline.tweet.http.PostController;
import timeline.tweet.http.TweetController;
import timeline.tweet.http.UserTimelineController;
import timeline.tweet.http.WriteOutage;
import timeline.tweet.id.SnowflakeGenerator;
import timeline.tweet.idempotency.Idempotency;
import timeline.outbox.EventPublisher;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.Tweets;

/** The service's doors and what they lead to. */
@Configuration(proxyBeanMethods = false)
@Import({PostController.class, TweetController.class, UserTimelineController.class,
        InternalDeletionsController.class, WriteOutage.class})
class HttpConfiguration {
    @Bean
    PostTweet postTweet(ModerationSettings moderation, SnowflakeGenerator ids, Idempotency idempotency,
            TweetStore store, EventPublisher<OutboxEntry> publisher, Clock clock) {
        return new PostTweet(moderation.moderation(), ids, idempotency, store, publisher, clock, System::nanoTime);
    }

    @Bean
    DeleteTweet deleteTweet(TweetStore store, EventPublisher<OutboxEntry> publisher) {
        return new DeleteTweet(store, publisher);
    }

    @Bean
    Users users(Upstreams upstreams) {
        return new FollowServiceUsers(upstreams.to("follow-service"));
    }

    @Bean
    UserTimeline userTimeline(Tweets tweets, Users users) {
        return new UserTimeline(tweets, users);
    }

    @Bean
    CursorCodec cursorCodec(Secrets secrets) {
        return new CursorCodec(List.of(secrets.key(Secrets.CURSOR_KEY)));
    }
}
