/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.saphan.web.client.ClientAddress;
import jakarta.enterprise.context.Initialized;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house on the web's side, each shown to turn red on a class that breaks it. */
class ArchitectureTest {

    private static final Set<String> ABOUT_THE_SOCKET =
            Set.of("getRemoteAddr", "getRemoteHost", "getRemotePort", "getServerName", "isSecure", "getScheme");

    private static final HouseRules RULES = new HouseRules(Map.of(
            "only ClientAddress asks the socket who is there, and nobody how we are called",
            noClasses()
                    .that()
                    .areNotAssignableTo(ClientAddress.class)
                    .should()
                    .callMethodWhere(new DescribedPredicate<JavaMethodCall>("it tells of the nearest hop only") {
                        @Override
                        public boolean test(JavaMethodCall call) {
                            return ABOUT_THE_SOCKET.contains(call.getName())
                                    && call.getTargetOwner().getName().startsWith("jakarta.servlet.");
                        }
                    }),
            "nothing is made of the configuration before all of it was checked",
            noMethods().should(new ArchCondition<>("be called when the application begins, before Lifecycle is") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean early = method.getParameters().stream()
                            .anyMatch(parameter -> parameter.isAnnotatedWith(Initialized.class));
                    events.add(new SimpleConditionEvent(method, early, method.getFullName()));
                }
            }),
            "bodies arrive without a thread before every servlet and filter",
            classes()
                    .that()
                    .areAnnotatedWith(WebServlet.class)
                    .or()
                    .areAnnotatedWith(WebFilter.class)
                    .should(supportAsync())));

    @TestFactory
    Stream<DynamicTest> holds() {
        return RULES.hold();
    }

    @TestFactory
    Stream<DynamicTest> turnsRedOnAClassThatBreaksIt() {
        return RULES.turnRedOnTheCanary();
    }

    private static ArchCondition<JavaClass> supportAsync() {
        return new ArchCondition<>("support asynchronous requests") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean supported = type.tryGetAnnotationOfType(WebServlet.class)
                                .map(WebServlet::asyncSupported)
                                .orElse(true)
                        && type.tryGetAnnotationOfType(WebFilter.class)
                                .map(ArchitectureTest::isAsync)
                                .orElse(true);
                if (!supported) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " does not"));
                }
            }
        };
    }

    private static boolean isAsync(WebFilter filter) {
        boolean withoutBody = List.of(filter.urlPatterns()).equals(List.of("/assets/*"));
        return filter.asyncSupported()
                && (withoutBody || List.of(filter.dispatcherTypes()).contains(DispatcherType.ASYNC));
    }
}
