package timeline.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = {"timeline.cli", "timeline.tour"}, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule COMMANDS_SEE_THE_STACK_ONLY = noClasses().that().doNotHaveSimpleName("Main").should()
            .dependOnClassesThat()
            .resideInAnyPackage("timeline.local.embedded", "timeline.local.process", "timeline.stores..")
            .because("a command does the same to processes and to containers");

    @ArchTest
    static final ArchRule NO_SPRING = noClasses().should().dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("the command line must start in a fraction of a second");
}
