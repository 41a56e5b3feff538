package timeline.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_IDEA_KNOWS_NO_TECHNOLOGY = classes().that().resideInAPackage("timeline.local").should()
            .onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", "timeline.local")
            .because("drills and benchmarks are written against a stack, whatever it is made of");

    @ArchTest
    static final ArchRule PROCESSES_KNOW_NO_TIMELINE = classes().that().resideInAPackage("timeline.local.process")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.sun.management", "org.jspecify..", "tools.jackson..",
                    "timeline.stores", "timeline.local.process")
            .because("starting and stopping processes safely is hard enough on its own");

    @ArchTest
    static final ArchRule NO_SPRING = noClasses().should().dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("the command line must start in a fraction of a second");
}
