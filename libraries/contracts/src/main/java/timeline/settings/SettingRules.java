package timeline.settings;

import java.time.Duration;

/**
 * The rules that a settings record holds its components to in its constructor, so that an invalid one can't exist, whoever makes it:
 *
 * <pre>{@code
 * SettingRules.under("timeline.fanout").between("lanes", lanes, 1, 256).between("consumers", consumers, 1, 64);
 * }</pre>
 *
 * Each rule throws {@link BadSettingException} when it is broken.
 */
public final class SettingRules {
    private final String prefix;

    private SettingRules(String prefix) {
        this.prefix = prefix;
    }

    /** @param prefix of the keys, without the last dot */
    public static SettingRules under(String prefix) {
        return new SettingRules(prefix);
    }

    /** Both bounds are allowed values. */
    public SettingRules between(String name, long value, long least, long most) {
        return that(least <= value && value <= most, name, value, least + " to " + most);
    }

    /** Both bounds are allowed values. */
    public SettingRules between(String name, Duration value, Duration least, Duration most) {
        return that(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, name, text(value),
                text(least) + " to " + text(most));
    }

    /** From a millisecond, which is the least that timers and clients tell apart, to {@code most}. */
    public SettingRules upTo(String name, Duration value, Duration most) {
        return between(name, value, Duration.ofMillis(1), most);
    }

    public SettingRules notBlank(String name, String value) {
        return that(!value.isBlank(), name, '"' + value + '"', "more than white space");
    }

    /**
     * Any other rule.
     *
     * @param value as it is shown to whoever set it: never a secret
     * @param wanted completes "KEY must be ..."
     */
    public SettingRules that(boolean holds, String name, Object value, String wanted) {
        if (!holds) {
            throw new BadSettingException(prefix + "." + name + " must be " + wanted + ", not " + value);
        }
        return this;
    }

    /** As durations are written in settings: {@code 1500ms}, {@code 2s}. */
    public static String text(Duration value) {
        if (value.toNanosPart() % 1_000_000 != 0) {
            return value.toString();
        }
        if (value.toMillisPart() != 0) {
            return value.toMillis() + "ms";
        }
        long seconds = value.toSeconds();
        return seconds == 0 || seconds % 60 != 0 ? seconds + "s" : seconds / 60 + "m";
    }
}
