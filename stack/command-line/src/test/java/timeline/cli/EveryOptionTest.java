package timeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import timeline.local.Bounds;
import timeline.local.Terminal;

/** Whatever stands behind an option: it is taken as the help says, or refused in one sentence before anything is done. */
class EveryOptionTest {
    private static final List<String> WORDS = List.of("0", "-1", "1", "2147483648", "99999999999999999999", "1e309",
            "NaN", "0.5", "",
            " ", "many", "\u0663", "inf", "=", "x=1", "gateway=0", "gateway=1", "gateway=65536", "gateway=many",
            "gateway=-1", "tweets.dlt/0/17", "tweets.dlt/x",
            "broadcast", "TERM", "gateway", "a\nb", "\u0000");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();
    private final List<String> begun = new ArrayList<>();

    record Place(List<String> command, ArgSpec argument) {
        @Override
        public String toString() {
            return String.join(" ", command) + " " + (argument instanceof OptionSpec option
                    ? option.longestName()
                    : argument.paramLabel());
        }
    }

    private CommandLine commandLine(FakeStack stack) {
        Terminal terminal = new Terminal(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(remarks, true, StandardCharsets.UTF_8), System::nanoTime);
        CommandLine line = CommandLines.of(stack, terminal, command -> {
            begun.add(command.getClass().getSimpleName());
            return 0;
        });
        line.setOut(new PrintWriter(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(remarks, true, StandardCharsets.UTF_8));
        return line;
    }

    static Stream<Place> everyArgument() {
        Terminal nowhere = new Terminal(System.out, System.err, System::nanoTime);
        return CommandLines.of(new FakeStack(Path.of(".")), nowhere).getSubcommands().values().stream()
                .flatMap(command -> places(List.of(command.getCommandName()), command));
    }

    private static Stream<Place> places(List<String> path, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        return Stream.concat(spec.args().stream().map(argument -> new Place(path, argument)),
                command.getSubcommands().values().stream().flatMap(
                        child -> places(Stream.concat(path.stream(), Stream.of(child.getCommandName())).toList(),
                                child)));
    }

    @ParameterizedTest
    @MethodSource("everyArgument")
    void isTakenOrRefusedInOneSentence(Place place) {
        for (String word : WORDS) {
            remarks.reset();
            begun.clear();
            FakeStack stack = new FakeStack(folder);

            int code = commandLine(stack).execute(line(place, word).toArray(new String[0]));

            String said = remarks.toString(StandardCharsets.UTF_8);
            assertThat(stack.diary).as(place + " '" + word + "'").isEmpty();
            if (code == 2) {
                assertThat(begun).as(place + " '" + word + "'").isEmpty();
                assertThat(said.strip()).as(place + " '" + word + "'").startsWith("timeline: ")
                        .endsWith("--help tells more)")
                        .doesNotContain("\n").doesNotContain("Exception");
            } else {
                assertThat(code).as(place + " '" + word + "': " + said).isZero();
                assertThat(begun).as(place + " '" + word + "'").hasSize(isHelp(place.argument()) ? 0 : 1);
                assertThat(said).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyArgument")
    void isNoNumberWithoutBounds(Place place) {
        ArgSpec argument = place.argument();
        Stream<Class<?>> types = argument.auxiliaryTypes().length == 0
                ? Stream.of(argument.type())
                : Stream.of(argument.auxiliaryTypes());
        boolean isNumber = types.anyMatch(type -> Number.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != boolean.class));

        assertThat(Values.bounds(argument).isPresent()).isEqualTo(isNumber);
    }

    @ParameterizedTest
    @MethodSource("everyArgument")
    void takesItsBoundsAndNothingBeyond(Place place) {
        Bounds bounds = Values.bounds(place.argument()).orElse(null);
        if (bounds == null || place.argument().auxiliaryTypes().length > 1
                || Math.abs(bounds.max()) >= Long.MAX_VALUE) {
            return;
        }
        boolean fraction = place.argument().type() == double.class;

        assertThat(isInBounds(place, word(bounds.min(), fraction))).isTrue();
        assertThat(isInBounds(place, word(bounds.max(), fraction))).isTrue();
        assertThat(isInBounds(place, word(bounds.min() - 1, fraction))).isFalse();
        assertThat(isInBounds(place, word(bounds.max() + 1, fraction))).isFalse();
    }

    /** It may still not fit the other options; that is another sentence. */
    private boolean isInBounds(Place place, String word) {
        remarks.reset();
        commandLine(new FakeStack(folder)).execute(line(place, word).toArray(new String[0]));
        return !remarks.toString(StandardCharsets.UTF_8).contains(" is a number from ");
    }

    private static boolean isHelp(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.usageHelp();
    }

    private static String word(double bound, boolean fraction) {
        return fraction ? Double.toString(bound) : Long.toString((long) bound);
    }

    private static List<String> line(Place place, String word) {
        List<String> line = new ArrayList<>(place.command());
        if (place.argument() instanceof OptionSpec option) {
            line.add(option.longestName() + "=" + word);
            // What the command can't do without, so that the word is all that can be wrong.
            if (place.argument().command().positionalParameters().stream().anyMatch(other -> other.arity().min() > 0)) {
                line.add("gateway");
            }
        } else {
            line.add("--");
            line.add(word);
        }
        return line;
    }

    @Test
    void knowsTheCommandsThatAreNested() {
        assertThat(everyArgument().map(Place::toString)).contains("bench fanout --authors", "bench overload --clients",
                "dlq show ID",
                "lab --users",
                "load --rate", "up --port", "kill NAME", "simulate --seeds", "drill NAME", "threshold N",
                "test --maven");
    }

    @Test
    void optionsThatDoNotFitTogetherAreRefusedBeforeAnythingIsDone() {
        for (String line : List.of("lab --users 5", "lab --users 5 --top 5", "lab --users 5 --top 4 --active 0.001",
                "lab --thresholds 0,inf", "lab --thresholds 100,,0", "bench fanout --rounds 1000 --tweets 10000",
                "bench fanout --followers 100000 --authors 100", "drill --long", "drill --all scrolls",
                "drill instance-frozen", "drill --times 3 scrolls", "drill --times 3 --all", "dlq replay",
                "dlq replay --all tweets.dlt/0/1", "dlq discard", "simulate --world storm --workload mixed")) {
            remarks.reset();

            assertThat(commandLine(new FakeStack(folder)).execute(line.split(" ", -1))).as(line).isEqualTo(2);

            assertThat(remarks.toString(StandardCharsets.UTF_8).strip()).as(line).startsWith("timeline: ")
                    .doesNotContain("\n");
            assertThat(begun).as(line).isEmpty();
        }
    }
}
