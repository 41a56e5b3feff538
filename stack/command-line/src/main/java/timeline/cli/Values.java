package timeline.cli;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import timeline.local.Bounds;
import timeline.local.UsageException;

/** What may stand behind an option. */
final class Values {
    private Values() {
    }

    /** Makes a value of a word; what is wrong with the word is told in the words of the value's own class. */
    static <T> T convert(String word, Function<String, T> parse) {
        try {
            return parse.apply(word);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }

    /** @throws UsageException when a number is out of the bounds of its option */
    static void requireInBounds(ArgSpec argument) {
        bounds(argument).ifPresent(bounds -> {
            for (Number number : numbers(argument.getValue())) {
                // In this form NaN is out of bounds, too.
                if (!(number.doubleValue() >= bounds.min() && number.doubleValue() <= bounds.max())) {
                    throw new UsageException(name(argument) + " is a number from " + text(bounds.min()) + " to "
                            + text(bounds.max()) + ", not " + number);
                }
            }
        });
    }

    static Optional<Bounds> bounds(ArgSpec argument) {
        return argument.userObject() instanceof Field field
                ? Optional.ofNullable(field.getAnnotation(Bounds.class))
                : Optional.empty();
    }

    private static List<Number> numbers(@Nullable Object value) {
        return switch (value) {
            case Number number -> List.of(number);
            case Collection<?> several -> several.stream().map(Number.class::cast).toList();
            case Map<?, ?> several -> several.values().stream().map(Number.class::cast).toList();
            case null, default -> List.of();
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < Long.MAX_VALUE
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }
}
