package timeline.fanout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The layers of the service, and why. */
@AnalyzeClasses(packages = "timeline.fanout", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theIdeaKnowsNoTechnology = classes().that().resideInAPackage("timeline.fanout").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("timeline.fanout", "timeline.deadline", "timeline.id", "timeline.event",
                    "timeline.hometimeline",
                    "timeline.tweetstore", "java..", "org.jspecify..")
            .because("push and pull are decided, tested and simulated without a framework, a driver or a store");

    @ArchTest
    static final ArchRule theIdeaIsGivenItsTime = noClasses().that().resideInAPackage("timeline.fanout").should()
            .callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis").orShould()
            .callMethod(System.class, "nanoTime").orShould().callMethod(Clock.class, "systemUTC")
            .because("a test or a simulation must be able to say what time it is");

    @ArchTest
    static final ArchRule technologiesDoNotKnowEachOther = slices().matching("timeline.fanout.(kafka|client)..")
            .should().notDependOnEachOther()
            .because("each is one arrow of the whiteboard, replaceable by itself; only config knows them all");

    @ArchTest
    static final ArchRule theFanoutOnlyWritesTimelines = noClasses().that()
            .resideInAnyPackage("timeline.fanout", "timeline.fanout.kafka", "timeline.fanout.client").should()
            .dependOnClassesThat().resideInAPackage("timeline.hometimeline.redis..")
            .because("how a timeline is kept is home-timeline's own business");

    @ArchTest
    static final ArchRule jackson2StaysOut = noClasses().should().dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("Jackson 3 writes all JSON; a second mapper would have other rules");
}
