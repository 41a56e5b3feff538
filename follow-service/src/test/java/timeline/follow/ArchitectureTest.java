package timeline.follow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** The layers of the service, and why. */
@AnalyzeClasses(packages = "timeline.follow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] IDEA = {"timeline.follow", "timeline.follow.audience", "timeline.follow.outbox"};

    @ArchTest
    static final ArchRule theIdeaKnowsNoTechnology = classes().that().resideInAnyPackage(IDEA).should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("timeline.follow", "timeline.follow.audience", "timeline.follow.outbox",
                    "timeline.outbox", "timeline.id",
                    "timeline.event", "timeline.page", "java..", "org.jspecify..")
            .because("the rules of the graph are read, tested and simulated without a framework, a driver or a store");

    @ArchTest
    static final ArchRule theIdeaIsGivenItsTime = noClasses().that().resideInAnyPackage(IDEA).should()
            .callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis").orShould()
            .callMethod(Clock.class, "systemUTC").orShould().callMethod(ThreadLocalRandom.class, "current")
            .because("a test or a simulation must be able to say what time it is");

    @ArchTest
    static final ArchRule technologiesDoNotKnowEachOther = slices().matching("timeline.follow.(http|postgres|kafka)..")
            .should().notDependOnEachOther()
            .because("each is one arrow of the whiteboard, replaceable by itself; only config knows them all")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyPostgresSpeaksSql = noClasses().that().resideOutsideOfPackages("timeline.follow.postgres")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.springframework.jdbc.core..")
            .because("the list of statements is the list of files in one package");

    @ArchTest
    static final ArchRule statementsAreBound = noClasses().that().resideInAPackage("timeline.follow.postgres").should()
            .dependOnClassesThat().haveFullyQualifiedName("java.sql.Statement").orShould()
            .callMethod(String.class, "formatted", Object[].class).orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .because("input reaches PostgreSQL as a parameter and never as part of a statement");

    @ArchTest
    static final ArchRule jackson2StaysOut = noClasses().should().dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("Jackson 3 writes all JSON; a second mapper would have other rules");
}
