package timeline.stores;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "timeline.stores", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule whatAStoreIsDoesNotDependOnAnyStore = noClasses().that().resideInAPackage("timeline.stores")
            .should().dependOnClassesThat().resideInAPackage("timeline.stores.*")
            .because("a launcher that knows EmbeddedStore can launch them all");

    @ArchTest
    static final ArchRule storesAreStrangers = slices().matching("timeline.stores.(*)..").should()
            .notDependOnEachOther()
            .because("each can be understood, and changed, alone");

    @ArchTest
    static final ArchRule noServerAndNoDriverOnTheClassPath = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka..", "org.apache.cassandra..", "com.datastax..",
                    "io.lettuce..", "org.postgresql..",
                    "org.springframework..")
            .because("everybody's tests have these classes on their class path: nothing of a store may come with them");
}
