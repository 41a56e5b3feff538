package timeline.follow.config;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import timeline.follow.FollowStore;
import timeline.follow.Users;
import timeline.follow.audience.Audiences;
import timeline.follow.OwedBackfills;
import timeline.follow.audience.PullSet;
import timeline.follow.audience.PushThreshold;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.postgres.GraphDatabase;
import timeline.follow.postgres.GraphSchema;
import timeline.follow.postgres.PostgresAudiences;
import timeline.follow.postgres.PostgresConnections;
import timeline.follow.postgres.PostgresFollowOutbox;
import timeline.follow.postgres.PostgresFollowStore;
import timeline.follow.postgres.PostgresOwedBackfills;
import timeline.follow.postgres.PostgresPullSet;
import timeline.follow.postgres.PostgresPushThreshold;
import timeline.follow.postgres.PostgresSettings;
import timeline.follow.postgres.PostgresUsers;
import timeline.outbox.spring.OutboxSettings;

/** Puts PostgreSQL behind the ports. */
@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {
    @Bean
    HikariDataSource pool(DataSourceSettings database, PostgresSettings settings) {
        return PostgresConnections.pool(database.url(), database.username(), database.password(), settings);
    }

    @Bean
    GraphSchema graphSchema(DataSourceSettings database, PostgresSettings settings, FollowSettings follow) {
        return new GraphSchema(PostgresConnections.forMigrations(database.url(), database.username(),
                database.password(), settings), follow.pushThreshold());
    }

    @Bean
    GraphDatabase graphDatabase(HikariDataSource pool, GraphSchema schema, MeterRegistry meters) {
        return new GraphDatabase(pool, schema::ready, meters);
    }

    @Bean
    Users users(GraphDatabase database) {
        return new PostgresUsers(database);
    }

    @Bean
    FollowStore followStore(GraphDatabase database, OutboxSettings outbox) {
        return new PostgresFollowStore(database, outbox.leftOverAfter());
    }

    @Bean
    FollowOutbox followOutbox(GraphDatabase database) {
        return new PostgresFollowOutbox(database);
    }

    @Bean
    Audiences audiences(GraphDatabase database) {
        return new PostgresAudiences(database);
    }

    @Bean
    PullSet pullSet(GraphDatabase database) {
        return new PostgresPullSet(database);
    }

    @Bean
    OwedBackfills owedBackfills(GraphDatabase database) {
        return new PostgresOwedBackfills(database);
    }

    @Bean
    PushThreshold pushThreshold(GraphDatabase database) {
        return new PostgresPushThreshold(database);
    }
}
