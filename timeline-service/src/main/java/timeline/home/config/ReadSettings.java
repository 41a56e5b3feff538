package timeline.home.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import timeline.home.ReadLimits;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.redis.RedisHomeTimelines;
import timeline.settings.SettingRules;

/**
 * {@code timeline.read.*}: what a read may cost. The limits are described at {@link ReadLimits}.
 *
 * @param followGraph how long to wait for the follow-service
 * @param rememberedFollowees memory for the last answers of the follow-service
 * @param rememberedTweets how many tweets to keep for as long as they may be kept
 * @param concurrentQueries of one read at once
 * @param ceiling whether a read shows what is yet to be delivered, and says when it can't tell ({@code on} or {@code off}, ADR 0026)
 */
@ConfigurationProperties("timeline.read")
record ReadSettings(@DefaultValue("450ms") Duration followGraph, @DefaultValue("64MB") DataSize rememberedFollowees,
        @DefaultValue("50000") int rememberedTweets, @DefaultValue("4") int concurrentQueries,
        @DefaultValue("1500ms") Duration budget, @DefaultValue("600ms") Duration own,
        @DefaultValue("800ms") Duration celebrities, @DefaultValue("300ms") Duration hydration,
        @DefaultValue("250ms") Duration rebuildPatience, @DefaultValue("4s") Duration rebuild,
        @DefaultValue("8") int concurrentRebuilds, @DefaultValue("32") int concurrentDatabaseReads,
        @DefaultValue("100ms") Duration shedAfter, @DefaultValue("2000") int scannedEntries,
        @DefaultValue("100") int rebuiltEntries,
        @DefaultValue("on") boolean ceiling) {
    /** No answer takes longer (G12). */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    ReadSettings {
        SettingRules.under("timeline.read").upTo("follow-graph", followGraph, ANSWER)
                .that(rememberedFollowees.toBytes() >= 1 && rememberedFollowees.toGigabytes() < 64,
                        "remembered-followees",
                        rememberedFollowees, "1B to 64GB")
                .between("remembered-tweets", rememberedTweets, 1, 100_000_000)
                .between("concurrent-queries", concurrentQueries, 1, 1_024).upTo("budget", budget, ANSWER)
                .upTo("own", own, ANSWER).upTo("celebrities", celebrities, ANSWER)
                .between("hydration", hydration, Duration.ZERO, ANSWER)
                .that(budget.plus(hydration).compareTo(ANSWER) <= 0, "budget", SettingRules.text(budget),
                        "2s at most together with hydration (" + SettingRules.text(hydration) + "), by G12")
                .between("rebuild-patience", rebuildPatience, Duration.ZERO, ANSWER)
                .that(rebuild.isPositive() && rebuild.compareTo(RedisHomeTimelines.LEASE) < 0, "rebuild",
                        SettingRules.text(rebuild), "less than the lease of a rebuild, "
                                + SettingRules.text(RedisHomeTimelines.LEASE))
                .between("concurrent-rebuilds", concurrentRebuilds, 1, 10_000)
                .between("concurrent-database-reads", concurrentDatabaseReads, 1, 10_000)
                .between("shed-after", shedAfter, Duration.ZERO, ANSWER)
                .between("scanned-entries", scannedEntries, 1, 1_000_000)
                .between("rebuilt-entries", rebuiltEntries, 1, HomeTimelineReader.CAPACITY);
    }

    ReadLimits limits() {
        return new ReadLimits(budget, own, celebrities, hydration, rebuildPatience, rebuild, concurrentRebuilds,
                concurrentDatabaseReads, shedAfter, scannedEntries, rebuiltEntries);
    }
}
