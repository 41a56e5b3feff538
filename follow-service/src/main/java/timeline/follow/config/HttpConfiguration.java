package timeline.follow.config;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import timeline.identity.Secrets;
import timeline.identity.AccessTokenIssuer;
import timeline.identity.TokenSettings;
import timeline.follow.FollowStore;
import timeline.follow.SocialGraph;
import timeline.follow.Users;
import timeline.follow.http.FollowController;
import timeline.follow.http.FollowListsController;
import timeline.follow.http.GraphOutage;
import timeline.follow.http.InternalFollowersController;
import timeline.follow.http.InternalFollowingController;
import timeline.follow.http.InternalOwedBackfillsController;
import timeline.follow.http.InternalPullSetController;
import timeline.follow.http.InternalThresholdController;
import timeline.follow.http.InternalUsersController;
import timeline.follow.http.TokensController;
import timeline.follow.http.UsersController;
import timeline.follow.outbox.OutboxEntry;
import timeline.outbox.EventPublisher;
import timeline.page.CursorCodec;

/** The service's doors. */
@Configuration(proxyBeanMethods = false)
@Import({UsersController.class, FollowController.class, FollowListsController.class, InternalUsersController.class,
        InternalFollowingController.class, InternalFollowersController.class, InternalPullSetController.class,
        InternalOwedBackfillsController.class, InternalThresholdController.class, GraphOutage.class})
class HttpConfiguration {
    @Bean
    SocialGraph socialGraph(FollowStore follows, EventPublisher<OutboxEntry> publisher) {
        return new SocialGraph(follows, publisher);
    }

    @Bean
    CursorCodec cursorCodec(Secrets secrets) {
        return new CursorCodec(List.of(secrets.key(Secrets.CURSOR_KEY)));
    }

    /** The signing key is asked for only where this service is the issuer. */
    @Bean
    @Conditional(NoOutsideIssuer.class)
    TokensController tokensController(Users users, Secrets secrets, TokenSettings tokens, FollowSettings settings,
            Clock clock) {
        return new TokensController(users, new AccessTokenIssuer(secrets, tokens, settings.tokenLife(), clock));
    }
}
