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
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.json.Json;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
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

    /** They keep what they are named for; the rest of a feature goes through them. */
    private static final Set<String> COLLECTIONS = Set.of(
            "dev.saphan.payment.Payments",
            "dev.saphan.payment.PaymentList",
            "dev.saphan.payment.PaymentSearch",
            "dev.saphan.payment.PaymentSummaries",
            "dev.saphan.view.SavedViews",
            "dev.saphan.payment.Attempts",
            "dev.saphan.payment.PaymentTotals",
            "dev.saphan.overview.MoneyMoved",
            "dev.saphan.overview.AttemptsCounted",
            "dev.saphan.overview.Arrivals",
            "dev.saphan.persistence.KeysetQuery",
            "dev.saphan.webhook.EventList",
            "dev.saphan.storefront.CommandList",
            "dev.saphan.message.MessageBatches",
            "dev.saphan.reconciliation.Reconciliations",
            "dev.saphan.reconciliation.ReconciledItems",
            "dev.saphan.reconciliation.ReconciledSums",
            "dev.saphan.qr.QrImages",
            "dev.saphan.refund.Refunds",
            "dev.saphan.refund.RefundApprovals",
            "dev.saphan.refund.batch.RefundBatches",
            "dev.saphan.webhook.InboundEvents",
            "dev.saphan.storefront.Outbox",
            "dev.saphan.history.History",
            "dev.saphan.call.GatewayCalls",
            "dev.saphan.shift.ShiftTotals",
            "dev.saphan.idempotency.IdempotencyKeys",
            "dev.saphan.job.JobFailures",
            "dev.saphan.alert.Alerts",
            "dev.saphan.retention.Perished",
            "dev.saphan.method.Capabilities",
            "dev.saphan.user.Users",
            "dev.saphan.ratelimit.SharedBuckets",
            "dev.saphan.audit.AuditTrail",
            "dev.saphan.configuration.StoredSettings",
            "dev.saphan.persistence.ContainerPersistence",
            "dev.saphan.persistence.JtaTransactions");

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
            "only collections touch the entity manager",
            noClasses()
                    .that(new DescribedPredicate<>("are no collections") {
                        @Override
                        public boolean test(JavaClass type) {
                            return !COLLECTIONS.contains(type.getName());
                        }
                    })
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(EntityManager.class),
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
