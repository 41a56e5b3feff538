package timeline.tweetstore;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.PreparedCql;
import timeline.tweetstore.cassandra.Schema;

@AnalyzeClasses(packages = "timeline.tweetstore", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule thePortsKnowNoTechnology = classes().that().resideInAPackage("timeline.tweetstore").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "timeline.deadline", "timeline.id", "timeline.event",
                    "timeline.tweetstore")
            .because("a reader sees what is needed before how it is stored, and the in-memory twin must stay possible");

    @ArchTest
    static final ArchRule theStoreKnowsNoSpring = noClasses().that()
            .resideOutsideOfPackage("timeline.tweetstore.spring")
            .should().dependOnClassesThat(resideInAPackage("org.springframework..")
                    .and(not(resideInAPackage("org.springframework.boot.context.properties.."))))
            .because(
                    "tools and tests open the same store without a framework: it is not there, nor missed, when the annotations of "
                            + "a settings record are not read");

    @ArchTest
    static final ArchRule statementsAreBound = noClasses().that().doNotBelongToAnyOf(PreparedCql.class, Schema.class)
            .should().dependOnClassesThat().belongToAnyOf(SimpleStatement.class)
            .because("a value that is pasted into a statement is an injection: values are bound to prepared text");

    @ArchTest
    static final ArchRule theDriverIsReachedThroughTheSession = noClasses().that()
            .doNotBelongToAnyOf(CassandraSession.class, PreparedCql.class).should()
            .callMethodWhere(target(owner(assignableTo(CqlSession.class))))
            .because("there outages are told from defects, once for all statements");

    @ArchTest
    static final ArchRule timeAndChanceComeThroughConstructors = noClasses().should()
            .callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC").orShould()
            .callMethod(System.class, "currentTimeMillis").orShould()
            .callMethod(ThreadLocalRandom.class, "current").orShould().callMethod(Math.class, "random")
            .because("a test must be able to stop the clock and to repeat a run");
}
