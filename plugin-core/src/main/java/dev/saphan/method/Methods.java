/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All payment methods of this deployment, in a steady order. */
@Wired
public class Methods {

    private final List<PaymentMethod> all;

    @Inject
    Methods(@Any Instance<PaymentMethod> found) {
        this(found.stream().toList());
    }

    public Methods(List<PaymentMethod> methods) {
        all = methods.stream().sorted(Comparator.comparing(PaymentMethod::code)).toList();
    }

    public Optional<PaymentMethod> find(String code) {
        return all.stream().filter(method -> method.code().equals(code)).findFirst();
    }

    /** @throws IllegalStateException if an attempt was made with a method that is no longer deployed */
    public PaymentMethod get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("No payment method " + code));
    }

    public List<PaymentMethod> all() {
        return all;
    }

    public List<String> codes() {
        return all.stream().map(PaymentMethod::code).toList();
    }
}
