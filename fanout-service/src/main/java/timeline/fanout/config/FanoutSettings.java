package timeline.fanout.config;

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
 */
@ConfigurationProperties("timeline.fanout")
record FanoutSettings(@DefaultValue("2000") int pageFollowers, @DefaultValue("16") int lanes,
        @DefaultValue("3") int consumers) {
    FanoutSettings {
        SettingRules.under("timeline.fanout").between("page-followers", pageFollowers, 1, Followers.MAX_PAGE)
                .between("lanes", lanes, 1, 1_024).between("consumers", consumers, 1, 64);
    }
}
