/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Capability;
import dev.saphan.gateway.Gateway;
import dev.saphan.language.Languages;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Every method that the store offers is switched on for its account at Omise. */
@Wired
class CapabilityCheck implements ReadinessCheck {

    private final Gateway gateway;
    private final Methods methods;

    @Inject
    CapabilityCheck(Gateway gateway, Methods methods) {
        this.gateway = gateway;
        this.methods = methods;
    }

    @Override
    public String code() {
        return "capability";
    }

    @Override
    public Area area() {
        return Area.OMISE;
    }

    @Override
    public Finding look(Subject subject) {
        List<PaymentMethod> offered = methods.all().stream()
                .filter(method -> subject.store().method(method.code()).enabled())
                .toList();
        if (offered.isEmpty()) {
            return Finding.failed("none_offered");
        }
        Answer<Capability> answer = gateway.capability(subject.account());
        return answer instanceof Answer.Ok<Capability> ok ? compare(offered, ok.value()) : NoWord.of(answer);
    }

    private static Finding compare(List<PaymentMethod> offered, Capability capability) {
        List<PaymentMethod> missing = offered.stream()
                .filter(method -> !capability.currencies().containsKey(method.code()))
                .toList();
        if (missing.isEmpty()) {
            return Finding.passed("all", names(offered));
        }
        return missing.size() == offered.size()
                ? Finding.failed("none_on_account")
                : Finding.warning("missing", names(missing));
    }

    private static String names(List<PaymentMethod> some) {
        return some.stream().map(method -> method.label(Languages.ENGLISH)).collect(Collectors.joining(", "));
    }
}
