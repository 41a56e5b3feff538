package timeline.load.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.load.generator.Answer;
import timeline.load.generator.Tally;

class VerdictTest {
    private static final List<Tally> WELL = Tallies.times(20, Tallies.of(300, 20, 0));

    private static Stretch stretch(String name, List<Tally> seconds) {
        return new Stretch(name, seconds, Duration.ofSeconds(1));
    }

    private static Storm storm(String name, int good, int refused, List<Tally> after) {
        return new Storm(stretch(name, Tallies.times(20, Tallies.of(good, 50, refused))), stretch("0.5x", after));
    }

    private static Verdict verdict(Storm milder, Storm worse, String... ended) {
        return new Verdict(600, stretch("0.5x", Tallies.times(10, Tallies.of(300, 20, 0))), List.of(milder, worse),
                0.123, List.of(ended));
    }

    private static List<Tally> ill(int seconds) {
        List<Tally> after = new ArrayList<>(Tallies.times(seconds, Tallies.of(200, 20, 100)));
        after.addAll(WELL.subList(seconds, WELL.size()));
        return after;
    }

    @Test
    void passesAtItsAims() {
        Verdict verdict = verdict(storm("3x", 480, 1_320, ill(10)), storm("10x", 480, 5_520, WELL));

        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.lines()).startsWith("goodput 3x 80 %, 10x 80 % of 600/s (aim 80)",
                "recovered in 10 s, in 0 s (aim 10 s)").contains("0 violations").endsWith("passed");
        assertThat(verdict.lines().get(3)).startsWith("the generator took 0.12 of ");
    }

    @Test
    void failsBelowTheAimOfEitherStorm() {
        Storm enough = storm("3x", 600, 1_000, WELL);
        Storm tooLittle = storm("10x", 479, 5_000, WELL);

        assertThat(verdict(enough, tooLittle).isPassed()).isFalse();
        assertThat(verdict(tooLittle, enough).isPassed()).isFalse();
        assertThat(verdict(enough, tooLittle).lines()).startsWith("goodput 3x 100 %, 10x 79 % of 600/s (aim 80)")
                .endsWith("FAILED");
    }

    @Test
    void failsWhenItTakesTooLongToRecover() {
        Verdict late = verdict(storm("3x", 600, 1, WELL), storm("10x", 600, 1, ill(11)));
        Verdict never = verdict(storm("3x", 600, 1, ill(20)), storm("10x", 600, 1, WELL));

        assertThat(late.isPassed()).isFalse();
        assertThat(late.lines()).contains("recovered in 0 s, in 11 s (aim 10 s)");
        assertThat(never.isPassed()).isFalse();
        assertThat(never.lines()).contains("recovered not at all, in 0 s (aim 10 s)");
    }

    @Test
    void failsWhenAProcessEnded() {
        Verdict verdict = verdict(storm("3x", 600, 1, WELL), storm("10x", 600, 1, WELL), "redis-2");

        assertThat(verdict.isPassed()).isFalse();
        assertThat(verdict.lines()).contains("1 violations", "  the process of redis-2 ended");
    }

    @Test
    void failsForOneAnswerThatTookTooLongAndOneThatExplainsNothing() {
        Tally second = Tallies.of(600, 20, 0);
        second.offer();
        second.lost(Duration.ofSeconds(5));
        second.offer();
        second.answered(new Answer(500, "", false, false), Duration.ZERO, Duration.ZERO);
        Storm storm = new Storm(stretch("3x", List.of(second)), stretch("0.5x", WELL));

        Verdict verdict = verdict(storm, storm("10x", 600, 1, WELL));

        assertThat(verdict.isPassed()).isFalse();
        assertThat(verdict.violations()).containsExactly(
                "1 requests had no answer within 2 s of their first byte, the slowest after 5000 ms; they ended with no answer: 1",
                "1 errors of the server do not say what is wrong and when to come back");
    }

    @Test
    void saysWhatARefusalCosts() {
        Stretch milder = new Stretch("3x", Tallies.times(20, Tallies.of(500, 20, 1_000)), Duration.ofSeconds(8));
        Stretch worse = new Stretch("10x", Tallies.times(20, Tallies.of(500, 20, 5_000)), Duration.ofSeconds(12));
        Stretch after = stretch("0.5x", WELL);

        assertThat(verdict(new Storm(milder, after), new Storm(worse, after)).lines())
                .contains("a refusal costs the gateway 50 µs");
        assertThat(verdict(new Storm(milder, after), new Storm(milder, after)).lines())
                .contains("a refusal costs the gateway an unknown time: too few were refused");
    }
}
