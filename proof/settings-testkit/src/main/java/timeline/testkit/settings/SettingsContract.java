package timeline.testkit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import timeline.settings.BadSettingException;

/**
 * What a settings record is held to: the names of all its keys, the defaults, that each key sets its component, and that each bad value is
 * refused with a sentence that names the key and the value. Names stand without the prefix, and are written out in each test: a renamed
 * component is a renamed key, which breaks somebody's configuration.
 *
 * @param <S> the record
 */
public final class SettingsContract<S extends Record> {
    private final Class<S> type;
    private final String prefix;
    private final Map<String, String> required;

    private SettingsContract(Class<S> type, Map<String, String> required) {
        this.type = type;
        this.prefix = SettingsKeys.prefix(type);
        this.required = required;
    }

    /** A record all of whose keys have defaults. */
    public static <S extends Record> SettingsContract<S> of(Class<S> type) {
        return new SettingsContract<>(type, Map.of());
    }

    /** @param required the keys that have no default, with a good value each */
    public static <S extends Record> SettingsContract<S> of(Class<S> type, Map<String, String> required) {
        return new SettingsContract<>(type, required);
    }

    /** What is bound of these alone. */
    public S bind(Map<String, String> values) {
        Map<String, String> keys = new HashMap<>();
        values.forEach((name, value) -> keys.put(prefix + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(prefix, type);
    }

    public SettingsContract<S> hasDefaults(S expected) {
        assertThat(bind(required)).as("defaults of %s.*", prefix).isEqualTo(expected);
        return this;
    }

    /** @param values for every key one that is not its default */
    public SettingsContract<S> readsEveryKey(Map<String, String> values, S expected) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(SettingsKeys.kebab(component.getName()));
        }
        assertThat(values).as("keys of %s.*", prefix).containsOnlyKeys(names);
        S bound = bind(values);
        assertThat(bound).as("what is read of %s.*", prefix).isEqualTo(expected);
        S untouched = bind(required);
        for (RecordComponent component : type.getRecordComponents()) {
            assertThat(value(component, bound))
                    .as("%s.%s, which must be tried with another value than its default", prefix,
                            SettingsKeys.kebab(component.getName()))
                    .isNotEqualTo(value(component, untouched));
        }
        return this;
    }

    /** @param values bad ones for this key; the sentence about each must name the key and show the value */
    public SettingsContract<S> refuses(String name, String... values) {
        for (String value : values) {
            refuses(Map.of(name, value), name, value);
        }
        return this;
    }

    /** For values that are bad together. */
    public SettingsContract<S> refuses(Map<String, String> values, String name, String shown) {
        Map<String, String> keys = new LinkedHashMap<>(required);
        keys.putAll(values);
        Throwable refusal = catchThrowable(() -> bind(keys));
        assertThat(refusal).as("%s.* with %s", prefix, values).isInstanceOf(BindException.class);
        assertThat(sentence(refusal)).as("what is said of %s.* with %s", prefix, values).contains(prefix + "." + name)
                .contains(shown);
        return this;
    }

    /** As the service would say it. */
    private static String sentence(Throwable refusal) {
        String conversion = "";
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadSettingException bad) {
                return Objects.toString(bad.getMessage());
            }
            if (cause instanceof BindException bound && bound.getProperty() != null) {
                conversion = bound.getProperty().getName() + " " + bound.getProperty().getValue();
            }
        }
        assertThat(conversion).as("neither a rule nor a conversion: %s", refusal).isNotEmpty();
        return conversion;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new LinkageError("a record without accessors", unreadable);
        }
    }
}
