package timeline.edge.admission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;
import timeline.traffic.Admission;

/**
 * {@code timeline.admission.*}: how much is let in.
 *
 * @param target for how long work may wait here before less is let in
 * @param window over which that is measured, and how often the limit changes
 * @param start the first limit
 * @param least what is let in however long work waits: so few are done in a blink, and a busy machine, not a queue, makes them wait
 * @param most what the limit never exceeds
 * @param rest so long a connection is not read whose request was refused; zero: it is read at once, as it must be where other users' requests
 * come on the same connection
 */
@ConfigurationProperties("timeline.admission")
public record AdmissionSettings(@DefaultValue("100ms") Duration target, @DefaultValue("100ms") Duration window,
        @DefaultValue("64") int start, @DefaultValue("32") int least, @DefaultValue("512") int most,
        @DefaultValue("0s") Duration rest) {
    public AdmissionSettings {
        SettingRules.under("timeline.admission").upTo("target", target, Duration.ofSeconds(10))
                .upTo("window", window, Duration.ofSeconds(10)).between("least", least, 1, 100_000)
                .between("start", start, least, 100_000).between("most", most, start, 1_000_000)
                .between("rest", rest, Duration.ZERO, Duration.ofSeconds(1));
    }

    public Admission.Rules rules() {
        return new Admission.Rules(target, window, start, least, most);
    }
}
