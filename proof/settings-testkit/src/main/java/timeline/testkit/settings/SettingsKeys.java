package timeline.testkit.settings;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The keys of a settings record, as its declaration has them. */
final class SettingsKeys {
    private SettingsKeys() {
    }

    static String prefix(Class<?> record) {
        ConfigurationProperties bound = record.getAnnotation(ConfigurationProperties.class);
        if (bound == null || !record.isRecord()) {
            throw new AssertionError(record + " is no record with @ConfigurationProperties");
        }
        return bound.value();
    }

    /** The whole keys, each with its default; empty where it has none. */
    static Map<String, String> defaults(Class<?> record) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Parameter component : canonicalConstructor(record).getParameters()) {
            keys.put(prefix(record) + "." + kebab(component.getName()), defaultOf(component));
        }
        return keys;
    }

    private static Constructor<?> canonicalConstructor(Class<?> record) {
        Class<?>[] components = Arrays.stream(record.getRecordComponents()).map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(components);
        } catch (NoSuchMethodException impossible) {
            throw new LinkageError("a record without its constructor", impossible);
        }
    }

    /** {@code bodyLimit} is set by {@code body-limit}. */
    static String kebab(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String defaultOf(Parameter component) {
        return Arrays.stream(component.getAnnotations()).filter(SettingsKeys::isDefault)
                .map(it -> String.join(",", ((DefaultValue) it).value())).findFirst().orElse("");
    }

    private static boolean isDefault(Annotation annotation) {
        return annotation instanceof DefaultValue;
    }
}
