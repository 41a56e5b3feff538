package timeline.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "timeline.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ROOT_IS_THE_IDEA = noClasses().that().resideInAPackage("timeline.gateway").should()
            .dependOnClassesThat().resideOutsideOfPackages("java..", "timeline.gateway", "org.jspecify..")
            .because("what is public and how much of it is no question of frameworks");

    @ArchTest
    static final ArchRule TECHNOLOGIES_DO_NOT_KNOW_EACH_OTHER = noClasses().that()
            .resideInAPackage("timeline.gateway.http")
            .should().dependOnClassesThat().resideInAnyPackage("timeline.gateway.limit", "timeline.gateway.config")
            .because("the limiter can be replaced without touching HTTP");

    @ArchTest
    static final ArchRule STATELESS = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("io.lettuce..", "java.sql..", "com.datastax..", "org.apache.kafka..")
            .because("the gateway must answer when every store is down");
}
