package timeline.home;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_IDEA_KNOWS_NO_TECHNOLOGY = classes().that()
            .resideInAnyPackage("timeline.home", "timeline.home.bodies", "timeline.home.merge", "timeline.home.owed")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.github.benmanes.caffeine..", "timeline.deadline",
                    "timeline.id",
                    "timeline.tweetstore", "timeline.hometimeline", "timeline.home", "timeline.home.bodies",
                    "timeline.home.merge", "timeline.home.owed")
            .because("the read path is written against ports and tested without a store; a bounded map with expiry "
                    + "(Caffeine) is no technology on an arrow");

    @ArchTest
    static final ArchRule THE_MERGE_STANDS_ALONE = noClasses().that().resideInAPackage("timeline.home.merge").should()
            .dependOnClassesThat().resideInAnyPackage("timeline.home", "timeline.hometimeline..")
            .because("the merge is proved against the sorted union, whatever its sources are");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_GIVEN = noClasses().that()
            .resideInAnyPackage("timeline.home", "timeline.home.bodies", "timeline.home.merge", "timeline.home.owed")
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(Clock.class, "systemUTC").orShould().callMethod(Thread.class, "sleep", long.class)
            .because("deadlines and expiries pass when a test says so");

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching("timeline.home.(http|client|redis)..")
            .should().notDependOnEachOther()
            .because("each is the end of one arrow; config alone sees them all");
}
