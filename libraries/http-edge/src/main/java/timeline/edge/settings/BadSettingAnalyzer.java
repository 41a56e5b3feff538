package timeline.edge.settings;

import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import timeline.settings.BadSettingException;

/** Its own sentence says all there is to say. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BadSettingAnalyzer extends AbstractFailureAnalyzer<BadSettingException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, BadSettingException bad) {
        return new FailureAnalysis(Objects.toString(bad.getMessage()), null, root);
    }
}
