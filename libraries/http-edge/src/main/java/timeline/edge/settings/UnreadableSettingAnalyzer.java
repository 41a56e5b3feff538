package timeline.edge.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A value that is no number, no duration, or whatever its key wants. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, BindException unbound) {
        ConfigurationProperty property = innermost(unbound);
        if (property == null) {
            return null;
        }
        String sentence = property.getName() + " can't be read from \"" + property.getValue() + '"'
                + (property.getOrigin() == null ? "" : ", which is set by " + property.getOrigin());
        return new FailureAnalysis(sentence, null, root);
    }

    /** A record's own failure lies around that of its component, and only the latter knows the value. */
    private static @Nullable ConfigurationProperty innermost(BindException unbound) {
        ConfigurationProperty found = null;
        for (Throwable cause = unbound; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bound && bound.getProperty() != null) {
                found = bound.getProperty();
            }
        }
        return found;
    }
}
