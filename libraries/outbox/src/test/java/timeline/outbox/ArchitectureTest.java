package timeline.outbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "timeline.outbox", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theOutboxKnowsNoTechnology = classes().that().resideInAPackage("timeline.outbox").should()
            .onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", "timeline.outbox")
            .because("it is part of the idea of two services, and runs in the simulation");

    @ArchTest
    static final ArchRule timeComesThroughConstructors = noClasses().that().resideInAPackage("timeline.outbox").should()
            .callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC").orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test must be able to stop the clock");
}
