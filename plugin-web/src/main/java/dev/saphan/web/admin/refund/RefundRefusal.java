/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.refund.RefundDenied;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says why a person may not have a refund, and who may. */
@RequestScoped
public class RefundRefusal {

    @Inject
    Wording wording;

    public String text(RefundDenied denied) {
        return switch (denied.reason()) {
            case ROLE -> wording.of("role.needed.refund");
            case BUDGET -> overBudget(denied);
            case ONESELF, ANOTHER, DECIDED ->
                wording.of("approval.denied." + denied.reason().name().toLowerCase(Locale.ROOT));
        };
    }

    private String overBudget(RefundDenied denied) {
        String who = denied.others().stream()
                .map(Role::code)
                .map(code -> wording.of("role." + code))
                .collect(Collectors.joining(", "));
        return wording.of("refund.budget.exceeded", denied.left().orElseThrow()) + " "
                + (who.isEmpty() ? wording.of("refund.budget.nobody") : wording.of("refund.budget.others", who));
    }
}
