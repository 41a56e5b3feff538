package timeline.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import timeline.edge.sample.RunningSample;
import timeline.settings.BadSettingException;

/** What is set wrongly ends the service at its start, and says so in one sentence. */
class BadSettingsTest {
    @TempDir
    Path secrets;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "timeline.http.most-in-flight=-1 | timeline.http.most-in-flight must be 0 to 100000, not -1",
            "timeline.http.budget=soon | timeline.http.budget can't be read from \"soon\"",
            "timeline.security.issuer= | timeline.security.issuer must be more than white space, not \"\"",
            "timeline.htpp.budget=1s | timeline.htpp.budget is set (defaultProperties), but sample knows no such setting",
            "timeline.redis.nodes=a:1 | timeline.redis.nodes is set (defaultProperties), but sample knows no such setting"})
    void aServiceSaysWhatIsWrongAndEnds(String setting, String sentence) {
        PrintStream console = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Throwable refusal;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            refusal = catchThrowable(() -> new RunningSample(secrets, setting).close());
        } finally {
            System.setOut(console);
        }

        assertThat(refusal).isNotNull();
        assertThat(output.toString(StandardCharsets.UTF_8)).as("the sentence, in the log")
                .contains(sentence.replace("\"", "\\\""))
                .doesNotContain("\\tat ", "\tat ", "cancelling refresh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMELINE_HTTP_MOST_INFLIGHT_", "TIMELINE_RATE_LIMIT_USER_PER_SECOND",
            "TIMELINE_REDIS_NODE"})
    void aVariableThatNobodyKnowsIsRefused(String variable) {
        assertThatExceptionOfType(BadSettingException.class)
                .isThrownBy(() -> new UnknownKeys().initialize(surroundedBy(variable + "X")))
                .withMessageStartingWith(
                        variable + "X is set (systemEnvironment), but no service knows such a setting");
    }

    @Test
    void variablesOfOtherServicesAndOfTheLauncherAreNoneOfItsBusiness() {
        for (String variable : List.of("TIMELINE_REDIS_NODES", "TIMELINE_HOME", "TIMELINE_JAVA_OPTIONS",
                "TIMELINE_NETWORK",
                "TIMELINE_SECRETS", "TIMELINES", "PATH")) {
            new UnknownKeys().initialize(surroundedBy(variable));
        }
    }

    @Test
    void whatIsGivenToOneServiceMustBeItsOwn() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("commandLineArgs",
                Map.of("spring.application.name", "gateway", "timeline.redis.nodes", "a:1")));

        assertThatExceptionOfType(BadSettingException.class).isThrownBy(() -> new UnknownKeys().initialize(context))
                .withMessageContaining("gateway knows no such setting");
    }

    private static GenericApplicationContext surroundedBy(String variable) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().replace("systemEnvironment",
                new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, "1")));
        return context;
    }
}
