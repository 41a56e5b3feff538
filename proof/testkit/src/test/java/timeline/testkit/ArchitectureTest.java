package timeline.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "timeline.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule testsDoNotSeeHowTheirStoresRun = noClasses().that().resideInAPackage("timeline.testkit")
            .should()
            .dependOnClassesThat().resideInAPackage("timeline.testkit.*")
            .because("a test means the same with containers and with processes");

    @ArchTest
    static final ArchRule backendsAreStrangers = slices().matching("timeline.testkit.(*)..").should()
            .notDependOnEachOther().because("each can be replaced alone");

    @ArchTest
    static final ArchRule onlyContainersKnowTestcontainers = noClasses().that()
            .resideOutsideOfPackage("timeline.testkit.containers").should().dependOnClassesThat()
            .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..")
            .because("without a Docker engine none of it is loaded");
}
