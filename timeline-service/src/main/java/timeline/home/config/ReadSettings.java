package timeline.home.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import timeline.home.ReadLimits;

/**
 * {@code timeline.read.*}: what a read may cost. The limits are described at {@link ReadLimits}.
 *
 * @param followGraph how long to wait for the follow-service
 * @param rememberedFollowees memory for the last answers of the follow-service
 * @param rememberedTweets how many tweets to keep for the fraction of a second in which they may be kept
 * @param concurrentQueries of one read at once
 */
@ConfigurationProperties("timeline.read")
record ReadSettings(@DefaultValue("450ms") Duration followGraph, @DefaultValue("64MB") DataSize rememberedFollowees,
        @DefaultValue("20000") int rememberedTweets, @DefaultValue("4") int concurrentQueries,
        @DefaultValue("1500ms") Duration budget, @DefaultValue("600ms") Duration own,
        @DefaultValue("800ms") Duration celebrities, @DefaultValue("300ms") Duration hydration,
        @DefaultValue("250ms") Duration rebuildPatience, @DefaultValue("4s") Duration rebuild,
        @DefaultValue("8") int concurrentRebuilds, @DefaultValue("32") int concurrentDatabaseReads,
        @DefaultValue("100ms") Duration shedAfter, @DefaultValue("2000") int scannedEntries) {
    ReadSettings {
        if (!followGraph.isPositive() || rememberedFollowees.toBytes() < 1 || rememberedTweets < 1) {
            throw new IllegalArgumentException("timeline.read.* must be above zero");
        }
    }

    ReadLimits limits() {
        return new ReadLimits(budget, own, celebrities, hydration, rebuildPatience, rebuild, concurrentRebuilds,
                concurrentDatabaseReads, shedAfter, scannedEntries);
    }
}
