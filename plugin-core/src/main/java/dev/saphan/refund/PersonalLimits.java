/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.refund.RefundDenied.Reason;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.user.Grants;
import dev.saphan.user.Role;
import dev.saphan.user.User;
import dev.saphan.user.Users;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a person may give back by themselves. A person counts as the highest of their roles in the store. Everything
 * that they asked for since the store's day began uses up their budget, unless nothing can come of it any more. Call it
 * inside a transaction, with the payment locked.
 */
@Wired
public class PersonalLimits {

    private static final List<Role> FROM_THE_HIGHEST = List.of(Role.ADMIN, Role.APPROVER, Role.REFUNDER);

    private final Users users;
    private final Refunds refunds;
    private final RefundApprovals approvals;
    private final Stores stores;
    private final Clock clock;

    @Inject
    PersonalLimits(Users users, Refunds refunds, RefundApprovals approvals, Stores stores, Clock clock) {
        this.users = users;
        this.refunds = refunds;
        this.approvals = approvals;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Whether a second person has to approve. The person is locked until the transaction ends, so that of two refunds
     * of different payments the second one sees what the first used up.
     *
     * @throws RefundDenied if they may not ask for it
     */
    boolean needsApproval(Payment payment, Money amount, String person) {
        Role role = users.lock(person)
                .filter(user -> !user.isDisabled())
                .flatMap(user -> role(user.grants(), payment.store()))
                .orElseThrow(() -> RefundDenied.because(Reason.ROLE));
        Store store = stores.get(payment.store());
        Optional<Money> left = left(store, payment, role, person);
        if (left.filter(amount::isGreaterThan).isPresent()) {
            throw RefundDenied.overBudget(left.get(), others(store, role, amount));
        }
        return needsApproval(payment, amount);
    }

    /** Whether that much more of the payment needs a second person; parts of one payment count together. */
    public boolean needsApproval(Payment payment, Money amount) {
        Money alone = refunds.of(payment.id()).stream()
                .filter(refund -> refund.isTaken() && refund.isByOnePerson())
                .map(Refund::amount)
                .reduce(amount, Money::plus);
        return stores.get(payment.store())
                .refundLimits()
                .approvalAbove(amount.currency())
                .filter(alone::isGreaterThan)
                .isPresent();
    }

    /** What the person may still ask for today in the payment's currency; empty if that has no end, or no role. */
    public Optional<Money> left(Payment payment, String person) {
        return users.find(person)
                .flatMap(user -> role(user.grants(), payment.store()))
                .flatMap(role -> left(stores.get(payment.store()), payment, role, person));
    }

    /** Whether there is anybody who could approve what that person asks for. */
    public boolean hasApprover(StoreId store, String besides) {
        return users.all().stream()
                .filter(user -> !user.isDisabled() && !user.name().equals(besides))
                .map(User::grants)
                .anyMatch(grants -> grants.allow(Role.APPROVER, store));
    }

    /** @throws RefundDenied if they may not decide about what others asked for in that store */
    void requireApprover(StoreId store, String person) {
        boolean mayApprove = users.find(person)
                .filter(user -> !user.isDisabled() && user.grants().allow(Role.APPROVER, store))
                .isPresent();
        if (!mayApprove) {
            throw RefundDenied.because(Reason.ROLE);
        }
    }

    private Optional<Money> left(Store store, Payment payment, Role role, String person) {
        Currency currency = payment.amount().currency();
        AccountKey account = new AccountKey(store.id(), payment.mode());
        Instant today = clock.instant()
                .atZone(store.timeZone())
                .toLocalDate()
                .atStartOfDay(store.timeZone())
                .toInstant();
        return store.refundLimits().budget(role.code(), currency).map(budget -> {
            Money left = budget.minus(refunds.askedFor(account, person, currency, today))
                    .minus(approvals.waitingOf(account, person, currency, today));
            return left.isPositive() ? left : Money.zero(currency);
        });
    }

    private static List<Role> others(Store store, Role own, Money amount) {
        RefundLimits limits = store.refundLimits();
        return FROM_THE_HIGHEST.stream()
                .filter(role -> role != own)
                .filter(role -> limits.budget(role.code(), amount.currency())
                        .filter(amount::isGreaterThan)
                        .isEmpty())
                .toList();
    }

    private static Optional<Role> role(Grants grants, StoreId store) {
        return FROM_THE_HIGHEST.stream()
                .filter(role -> grants.allow(role, store))
                .findFirst();
    }
}
