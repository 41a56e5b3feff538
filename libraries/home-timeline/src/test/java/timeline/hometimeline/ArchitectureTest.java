package timeline.hometimeline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_IDEA_KNOWS_NO_DRIVER = classes().that().resideInAPackage("timeline.hometimeline")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "timeline.deadline", "timeline.id", "timeline.hometimeline")
            .because("writer and reader are written against the idea of a home timeline, and tested without Redis");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NO_SPRING = noClasses().that()
            .resideOutsideOfPackage("timeline.hometimeline.spring").should().dependOnClassesThat(
                    resideInAPackage("org.springframework..")
                            .and(not(resideInAPackage("org.springframework.boot.context.properties.."))))
            .because(
                    "tools and tests open the same cache without a framework: it is not there, nor missed, when the annotations of "
                            + "a settings record are not read");

    @ArchTest
    static final ArchRule TIME_IS_GIVEN = noClasses().that().resideInAPackage("timeline.hometimeline").should()
            .callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis").orShould()
            .callMethod(System.class, "nanoTime").orShould().callMethod(Clock.class, "systemUTC")
            .because("leases run out when a test says so");
}
