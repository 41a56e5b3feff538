package timeline.tweet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@AnalyzeClasses(packages = "timeline.tweet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] IDEA = {"timeline.tweet", "timeline.tweet.deletions", "timeline.tweet.id",
            "timeline.tweet.idempotency",
            "timeline.tweet.outbox"};

    @ArchTest
    static final ArchRule theIdeaKnowsNoTechnology = classes().that().resideInAnyPackage(IDEA).should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "timeline.deadline", "timeline.id", "timeline.event",
                    "timeline.outbox", "timeline.tweetstore", "timeline.tweet", "timeline.tweet.deletions",
                    "timeline.tweet.id",
                    "timeline.tweet.idempotency",
                    "timeline.tweet.outbox")
            .because("what a post promises must be readable, and testable, without a store");

    @ArchTest
    static final ArchRule technologiesDoNotKnowEachOther = slices()
            .matching("timeline.tweet.(http|kafka|cassandra|client)..")
            .should().notDependOnEachOther().because("each is one arrow of the whiteboard, and can be replaced alone");

    @ArchTest
    static final ArchRule onlyTheWiringKnowsTheWiring = noClasses().that()
            .resideOutsideOfPackage("timeline.tweet.config")
            .should().dependOnClassesThat().resideInAPackage("timeline.tweet.config")
            .because("the wiring is decided last");

    @ArchTest
    static final ArchRule timeAndChanceComeThroughConstructors = noClasses().that().resideInAnyPackage(IDEA).should()
            .callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC").orShould()
            .callMethod(System.class, "currentTimeMillis").orShould()
            .callMethod(ThreadLocalRandom.class, "current").orShould().callMethod(UUID.class, "randomUUID")
            .orShould().callMethod(Math.class, "random").orShould().callMethod(Thread.class, "sleep", long.class)
            .because("a test must be able to stop the clock and to repeat a run");

    @ArchTest
    static final ArchRule statementsAreBound = noClasses().should().dependOnClassesThat()
            .belongToAnyOf(SimpleStatement.class, CqlSession.class)
            .because(
                    "a value that is pasted into a statement is an injection: PreparedCql is the only way to Cassandra");

    @ArchTest
    static final ArchRule jacksonIsTheNewOne = noClasses().should().dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("the driver brings an older Jackson along, whose settings are not the strict ones");
}
