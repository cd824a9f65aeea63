/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.shift;

import dev.saphan.method.Methods;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import dev.saphan.persistence.Transactions;
import dev.saphan.shift.Shift;
import dev.saphan.shift.ShiftLine;
import dev.saphan.shift.ShiftTotals;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.shift.ShiftView.Open;
import dev.saphan.web.admin.shift.ShiftView.Row;
import dev.saphan.web.admin.shift.ShiftView.Sum;
import dev.saphan.web.admin.shift.ShiftView.Till;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds a shift up and puts it into words. */
@RequestScoped
public class ShiftReader {

    @Inject
    ShiftTotals totals;

    @Inject
    Methods methods;

    @Inject
    Person person;

    @Inject
    Transactions transactions;

    @Inject
    Wording wording;

    ShiftView read(Shift shift, ZoneId zone) {
        return transactions.call(() -> {
            List<ShiftLine> lines = totals.of(shift);
            Map<Optional<String>, List<ShiftLine>> cashiers = lines.stream()
                    .collect(Collectors.groupingBy(ShiftLine::cashier, LinkedHashMap::new, Collectors.toList()));
            return new ShiftView(
                    cashiers.entrySet().stream()
                            .map(till -> till(till.getKey(), till.getValue()))
                            .toList(),
                    sums(lines),
                    totals.notSettled(shift).stream()
                            .map(attempt -> open(attempt, zone))
                            .toList());
        });
    }

    private Till till(Optional<String> cashier, List<ShiftLine> lines) {
        return new Till(
                name(cashier),
                cashier.isPresent(),
                lines.stream().map(this::row).toList(),
                sums(lines));
    }

    private Row row(ShiftLine line) {
        return new Row(
                label(line.method()),
                line.payments(),
                money(line.taken()),
                line.refunds(),
                money(line.refunded()),
                money(line.net()));
    }

    private List<Sum> sums(List<ShiftLine> lines) {
        Collection<List<ShiftLine>> currencies = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.taken().currency().getCurrencyCode(), LinkedHashMap::new, Collectors.toList()))
                .values();
        return currencies.stream().map(this::sum).toList();
    }

    private Sum sum(List<ShiftLine> lines) {
        Money taken = lines.stream().map(ShiftLine::taken).reduce(Money::plus).orElseThrow();
        Money refunded =
                lines.stream().map(ShiftLine::refunded).reduce(Money::plus).orElseThrow();
        return new Sum(
                taken.currency().getCurrencyCode(),
                lines.stream().mapToLong(ShiftLine::payments).sum(),
                money(taken),
                lines.stream().mapToLong(ShiftLine::refunds).sum(),
                money(refunded),
                money(taken.minus(refunded)));
    }

    private Open open(Attempt attempt, ZoneId zone) {
        Payment payment = attempt.payment();
        String status = attempt.status().publicCode();
        return new Open(
                payment.orderReference(),
                address(payment),
                label(attempt.method()),
                money(payment.amount()),
                name(attempt.cashier()),
                Moment.of(attempt.createdAt(), zone),
                wording.of("attempt." + status),
                wording.of("shift.advice." + (attempt.status().isUnanswered() ? "unknown" : "pending")));
    }

    private String address(Payment payment) {
        return person.may(Role.VIEWER, payment.store())
                ? PageAddress.of("payment.xhtml")
                        .with("id", payment.id().value())
                        .toString()
                : "../counter/" + payment.id();
    }

    private String name(Optional<String> cashier) {
        return cashier.orElseGet(() -> wording.of("shift.nobody"));
    }

    private String label(String code) {
        return methods.find(code).map(method -> method.label(wording.locale())).orElse(code);
    }

    private String money(Money amount) {
        return amount.format(wording.locale());
    }
}
