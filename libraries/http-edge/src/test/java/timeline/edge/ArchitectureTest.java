package timeline.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "timeline.edge", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ROOT_IS_FREE_OF_FRAMEWORKS = noClasses().that().resideInAPackage("timeline.edge")
            .should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "org.apache..", "io.micrometer..",
                    "timeline.edge.*..")
            .because("a controller of any service names these types, and they must mean the same without a web server");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_WIRING = noClasses().that()
            .resideOutsideOfPackage("timeline.edge.config")
            .should().dependOnClassesThat().resideInAPackage("timeline.edge.config")
            .because("the wiring knows the parts, never the other way round");

    @ArchTest
    static final ArchRule NO_DOMAIN = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("timeline.event..", "timeline.tweet..", "timeline.follow..", "timeline.home..",
                    "timeline.hometimeline..", "timeline.tweetstore..", "com.datastax..", "io.lettuce..",
                    "org.postgresql..",
                    "org.apache.kafka..")
            .because(
                    "this library ends at the HTTP edge; a store or a domain type in it would couple all services (ADR 0006)");

    @ArchTest
    static final ArchRule JACKSON_3_ONLY = noClasses().should().dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("Jackson 2 lies on the classpath too, and its defaults are lenient");

    @ArchTest
    static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices().matching("timeline.edge.(*)..").should()
            .beFreeOfCycles().because("a package that cannot be read alone is not a package");

    @ArchTest
    static final ArchRule WIRING_IS_PRIVATE = classes().that().resideInAPackage("timeline.edge.config").and()
            .haveSimpleNameEndingWith("AutoConfiguration").should().notBePublic()
            .because("a service depends on this library, it does not configure it by hand");
}
