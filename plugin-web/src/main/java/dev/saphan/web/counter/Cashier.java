/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.counter;

import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.user.Role;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.security.FormToken;
import dev.saphan.web.security.RoleNeeded;
import dev.saphan.web.security.SignedInPerson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who stands at the till, and what they may reach. */
@RequestScoped
class Cashier {

    @Inject
    SignedInPerson person;

    @Inject
    HttpServletRequest request;

    @Inject
    Payments payments;

    @Inject
    Transactions transactions;

    /** As it stands in the story of a payment. */
    String name() {
        return person.name();
    }

    /**
     * @throws Problem if there is none
     * @throws RoleNeeded if it belongs to a store whose payments they do not take
     */
    <T> T read(String payment, Function<Payment, T> reader) {
        return transactions.call(() -> {
            Payment found = payments.find(new PaymentId(payment)).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND));
            person.require(Role.CASHIER, found.store());
            return reader.apply(found);
        });
    }

    PaymentId existing(String payment) {
        return read(payment, Payment::id);
    }

    /** @throws Problem if the form was not made for this session */
    void requireForm(@Nullable String token) {
        FormToken.require(request, token);
    }

    PageLanguage language() {
        return PageLanguage.of(request);
    }

    /** What every page of the counter shows. */
    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("user", name());
        model.put("csrf", FormToken.of(request));
        return model;
    }
}
