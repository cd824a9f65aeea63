/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.json.Json;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house, each shown to turn red on a class that breaks it. */
class ArchitectureTest {

    /** What a collection may hold beside the entity manager and other collections. */
    private static final Set<String> TOOLS =
            Set.of("java.time.Clock", "dev.saphan.secret.Seal", "dev.saphan.audit.AuditSeal");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.saphan");

    private static final JavaClasses CANARY = new ClassFileImporter().importPackages("dev.saphan.architecture.canary");

    private static final Map<String, ArchRule> RULES = Map.of(
            "nobody but its own package knows Omise's words",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.saphan.omise..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.saphan.omise.."),
            "whoever touches the entity manager keeps a collection and does nothing else",
            classes()
                    .that()
                    .resideOutsideOfPackage("dev.saphan.persistence..")
                    .and(new DescribedPredicate<>("touch the entity manager") {
                        @Override
                        public boolean test(JavaClass type) {
                            return type.getDirectDependenciesFromSelf().stream()
                                    .anyMatch(dependency -> isEntityManager(dependency.getTargetClass()));
                        }
                    })
                    .should(new ArchCondition<>("hold the entity manager, other collections, a clock and a seal only") {
                        @Override
                        public void check(JavaClass type, ConditionEvents events) {
                            List<JavaClass> held = type.getFields().stream()
                                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                    .map(JavaField::getRawType)
                                    .toList();
                            boolean isCollection = held.stream().anyMatch(ArchitectureTest::isEntityManager)
                                    && held.stream().allMatch(ArchitectureTest::isForCollections);
                            events.add(new SimpleConditionEvent(type, isCollection, type.getName() + " holds " + held));
                        }
                    }),
            "time comes from the clock",
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis"),
            // Each of these looks through every jar of the application for a provider.
            "what finds providers is called once, for a constant",
            noClasses().should().callMethodWhere(new DescribedPredicate<>("a provider is looked up each time") {
                @Override
                public boolean test(JavaMethodCall call) {
                    JavaClass called = call.getTargetOwner();
                    return Stream.of(Json.class, JsonProvider.class, JsonbBuilder.class, ServiceLoader.class)
                                    .anyMatch(called::isEquivalentTo)
                            && call.getTarget().resolveMember().stream()
                                    .anyMatch(method -> method.getModifiers().contains(JavaModifier.STATIC))
                            && !call.getOrigin().getName().equals("<clinit>");
                }
            }),
            "entities have no setters",
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(Entity.class)
                    .should()
                    .haveNameMatching("set[A-Z].*"),
            "money is never a floating-point number",
            fields().should().notHaveRawType(double.class).andShould().notHaveRawType(float.class));

    private static boolean isEntityManager(JavaClass type) {
        return type.isEquivalentTo(EntityManager.class);
    }

    private static boolean isForCollections(JavaClass type) {
        return isEntityManager(type)
                || TOOLS.contains(type.getName())
                || type.getFields().stream().map(JavaField::getRawType).anyMatch(ArchitectureTest::isEntityManager);
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(CORE)));
    }

    @TestFactory
    Stream<DynamicTest> turnsRedOnAClassThatBreaksIt() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(CANARY))
                                .isInstanceOf(AssertionError.class)));
    }

    @Test
    void moneyKnowsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("dev.saphan.money..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.saphan.money..", "org.jspecify..")
                .check(CORE);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching("dev.saphan.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void everyPackageSaysHowItTreatsNull() {
        assertThat(CORE).isNotEmpty();
        CORE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .forEach(found -> assertThat(found.isAnnotatedWith(NullMarked.class))
                        .as(found.getName())
                        .isTrue());
    }
}
