package timeline.fanout.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.fanout.Followers;
import timeline.settings.SettingRules;

/**
 * {@code timeline.fanout.*}: how much is done at once.
 *
 * @param pageFollowers followers that are read and pushed to in one go; large pages cost less, small ones let neighbours in sooner
 * @param lanes authors (or new followers) that are worked on at once, in the whole process
 * @param consumers partitions of a topic that are worked on at once
 * @param turn how long a batch is worked on before Kafka hears of its consumer again: well below {@code max.poll.interval.ms}, and
 *     below the time that a process is given to stop; what is left of the batch goes on in the next turn
 * @param longestWait after an outage work goes on within this time: attempts come after ever longer waits, up to this one
 */
@ConfigurationProperties("timeline.fanout")
record FanoutSettings(@DefaultValue("2000") int pageFollowers, @DefaultValue("16") int lanes,
        @DefaultValue("3") int consumers, @DefaultValue("10s") Duration turn,
        @DefaultValue("2s") Duration longestWait) {
    /** A worker that is told to stop finishes its turn, and is given 15 s for that; a page of pushes is given 2 s. */
    private static final Duration SHORTEST_TURN = Duration.ofSeconds(4);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(12);

    /** The first wait after an outage, and what still leaves a consumer heard of in time after the longest turn. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    FanoutSettings {
        SettingRules.under("timeline.fanout").between("page-followers", pageFollowers, 1, Followers.MAX_PAGE)
                .between("lanes", lanes, 1, 1_024).between("consumers", consumers, 1, 64)
                .between("turn", turn, SHORTEST_TURN, LONGEST_TURN)
                .between("longest-wait", longestWait, SHORTEST_WAIT, LONGEST_WAIT);
    }
}
