/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where the web ends: it asks the use cases, and knows neither rows nor Omise. */
class BoundariesTest {

    private static final HouseRules RULES = new HouseRules(Map.of(
            "rows and Omise are none of the web's business",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.persistence..", "jakarta.transaction..", "dev.saphan.omise.."),
            "an address is a resource, and a resource has an address",
            classes().should(new ArchCondition<>("be named Resource if and only if they have a path") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean agrees = type.isAnnotatedWith(Path.class)
                            == type.getSimpleName().endsWith("Resource");
                    events.add(new SimpleConditionEvent(type, agrees, type.getName()));
                }
            }),
            "rows never leave a resource",
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(Path.class)
                    .and()
                    .areNotPrivate()
                    .should(answerARow()),
            "time comes from the clock",
            noClasses().should().callMethodWhere(new DescribedPredicate<>("the machine's time is read") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return isNow(call)
                            || (call.getTargetOwner().isEquivalentTo(System.class)
                                    && call.getName().equals("currentTimeMillis"));
                }
            }),
            "money is never a floating-point number",
            fields().should().notHaveRawType(double.class).andShould().notHaveRawType(float.class)));

    @TestFactory
    Stream<DynamicTest> holds() {
        return RULES.hold();
    }

    @TestFactory
    Stream<DynamicTest> turnsRedOnAClassThatBreaksIt() {
        return RULES.turnRedOnTheCanary();
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching("dev.saphan.web.(*)..").should().beFreeOfCycles().check(HouseRules.WEB);
    }

    @Test
    void everyPackageSaysHowItTreatsNull() {
        assertThat(HouseRules.WEB.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(found -> found.isAnnotatedWith(NullMarked.class));
    }

    private static ArchCondition<JavaMethod> answerARow() {
        return new ArchCondition<>("answer a row, or several") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean row = method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isAnnotatedWith(Entity.class));
                events.add(new SimpleConditionEvent(method, row, method.getFullName()));
            }
        };
    }

    private static boolean isNow(JavaMethodCall call) {
        return call.getName().equals("now")
                && call.getTargetOwner().isAssignableTo(Temporal.class)
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
