/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.job.Job.Next;
import dev.saphan.job.Lane;
import dev.saphan.money.Money;
import dev.saphan.payment.Checkout;
import dev.saphan.problem.ErrorCode;
import dev.saphan.refund.RefundDenied.Reason;
import dev.saphan.settings.RefundLimits;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Refused;
import dev.saphan.testing.RowsInMemory;
import dev.saphan.testing.SomeStore;
import dev.saphan.user.Role;
import dev.saphan.user.SomePeople;
import dev.saphan.user.Users;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideRefundTest {

    private static final Money ALL = Money.ofMinor(150_000, "THB");

    private final RefundDesk desk = new RefundDesk(SomeStore.set()
            .refunds(new RefundLimits(Map.of("THB", Money.ofMinor(100_000, "THB")), Map.of()))
            .store());
    private final PluginInMemory plugin = desk.plugin();
    private final DecideRefund decide = plugin.get(DecideRefund.class);
    private final Checkout checkout = desk.paid(ALL);
    private ApprovalId id;
    private RefundApproval approval;

    @BeforeEach
    void askForMoreThanOneMayGiveBack() {
        List.of(Role.REFUNDER, Role.APPROVER, Role.ADMIN, Role.VIEWER).forEach(desk::person);
        approval = desk.approval(desk.ask(checkout.id(), ALL, ALL, "refunder"));
        id = approval.id();
    }

    @Test
    void sendsWhatAnotherPersonApproved() {
        RefundId made = decide.approve(id, "approver");

        Refund refund = desk.refund(made);
        assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(refund.requestedBy()).isEqualTo("refunder");
        assertThat(refund.approvedBy()).contains("approver");
        assertThat(refund.isByOnePerson()).isFalse();
        assertThat(refund.amount()).isEqualTo(ALL);
        assertThat(refund.origin()).isEqualTo(RefundOrigin.ADMIN);
        assertThat(refund.idempotencyKey()).contains(approval.idempotencyKey());
        assertThat(approval.status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(approval.refund()).contains(made);
        assertThat(atOmise()).isEqualTo(1);
        assertThat(plugin.story()).contains("approver refund.approved: THB 1500.00 The cup was broken");
    }

    @Test
    void countsInTheBudgetOfTheDayOnWhichItWasAskedFor() {
        plugin.forward(Duration.ofDays(1));

        Refund refund = desk.refund(decide.approve(id, "approver"));

        assertThat(RowsInMemory.column(refund, "askedAt"))
                .isEqualTo(approval.askedAt().atOffset(ZoneOffset.UTC));
    }

    @Test
    void sendsNothingTwice() {
        decide.approve(id, "approver");

        denied(Reason.DECIDED, () -> decide.approve(id, "admin"));
        denied(Reason.DECIDED, () -> decide.decline(id, "admin", "Too late"));
        assertThat(desk.refunds()).hasSize(1);
        assertThat(atOmise()).isEqualTo(1);
    }

    @Test
    void leavesWhatSurelyNeverLeftToWhoWatchesIt() {
        plugin.omise().failNext("refund", Fault.NOT_SENT);

        RefundId made = decide.approve(id, "approver");

        assertThat(desk.refund(made).wasSent()).isFalse();
        assertThat(plugin.jobs().due(WatchRefund.NAME, made.value())).isPresent();
    }

    @Test
    void approvesNothingThatDoesNotFitAnyMore() {
        plugin.omise()
                .books()
                .giveBack(checkout.charge(1), Money.ofMinor(50_000, "THB"), Optional.empty(), plugin.now());

        assertThat(Refused.code(() -> decide.approve(id, "approver"))).isEqualTo(ErrorCode.AMOUNT_EXCEEDS_REMAINING);

        assertThat(approval.isWaiting()).isTrue();
        assertThat(atOmise()).isEqualTo(1);
    }

    @Test
    void letsNobodyDecideAboutTheirOwn() {
        RefundApproval own = desk.approval(desk.ask(desk.paid(ALL).id(), ALL, ALL, "admin"));

        denied(Reason.ONESELF, () -> decide.approve(own.id(), "admin"));
        denied(Reason.ONESELF, () -> decide.decline(own.id(), "admin", "On second thought"));

        assertThat(own.isWaiting()).isTrue();
    }

    @Test
    void letsOnlyApproversDecide() {
        for (String somebody : List.of("refunder", "viewer", "nobody")) {
            denied(Reason.ROLE, () -> decide.approve(id, somebody));
            denied(Reason.ROLE, () -> decide.decline(id, somebody, "No"));
        }

        assertThat(approval.isWaiting()).isTrue();
    }

    @Test
    void asksOmiseNothingForWhoMayNotDecide() {
        List<String> asked = new ArrayList<>();
        plugin.meanwhile(asked::add);

        denied(Reason.ROLE, () -> decide.approve(id, "viewer"));

        assertThat(asked).isEmpty();
    }

    @Test
    void isNotApprovedByWhoLosesTheRoleMeanwhile() {
        plugin.meanwhile(what ->
                SomePeople.disable(plugin.get(Users.class).find("approver").orElseThrow()));

        denied(Reason.ROLE, () -> decide.approve(id, "approver"));

        assertThat(approval.isWaiting()).isTrue();
        assertThat(desk.refunds()).isEmpty();
    }

    @Test
    void looksAgainWhetherItWaitsOnceTheChargeIsRead() {
        plugin.meanwhile(what -> {
            if (what.equals("ask to read")) {
                plugin.meanwhile(ignored -> {});
                decide.withdraw(id, "refunder");
            }
        });

        denied(Reason.DECIDED, () -> decide.approve(id, "approver"));

        assertThat(desk.refunds()).isEmpty();
    }

    @Test
    void freesTheAmountOfWhatIsDeclined() {
        decide.decline(id, "approver", "The cup was whole");

        assertThat(approval.status()).isEqualTo(ApprovalStatus.DECLINED);
        assertThat(approval.decision()).contains("The cup was whole");
        assertThat(approval.decidedBy()).contains("approver");
        assertThat(approval.decidedAt()).contains(plugin.now());
        assertThat(desk.left(checkout)).isEqualTo(ALL);
        assertThat(plugin.story()).endsWith("approver refund.declined: THB 1500.00 The cup was whole");
        denied(Reason.DECIDED, () -> decide.withdraw(id, "refunder"));
    }

    @Test
    void letsOnlyWhoAskedTakeItBack() {
        denied(Reason.ANOTHER, () -> decide.withdraw(id, "approver"));

        decide.withdraw(id, "refunder");

        assertThat(approval.status()).isEqualTo(ApprovalStatus.WITHDRAWN);
        assertThat(plugin.story()).endsWith("refunder refund.withdrawn: THB 1500.00");
    }

    @Test
    void letsItExpireInItsTime() {
        ExpireApproval job = plugin.get(ExpireApproval.class);
        assertThat(job.name()).isEqualTo("expire-refund-approval");
        assertThat(job.lane()).isEqualTo(Lane.PAYMENTS);
        assertThat(plugin.jobs().due(ExpireApproval.NAME, id.value())).contains(approval.expiresAt());

        assertThat(job.run(id.value())).isEqualTo(Next.DONE);
        assertThat(approval.isWaiting()).as("before its time").isTrue();

        plugin.forward(Duration.ofDays(7));
        denied(Reason.DECIDED, () -> decide.approve(id, "approver"));
        job.run(id.value());
        assertThat(approval.status()).isEqualTo(ApprovalStatus.EXPIRED);
        assertThat(approval.decidedBy()).contains("saphan");
        assertThat(plugin.story()).endsWith("saphan refund.expired: THB 1500.00");
    }

    @Test
    void waitsForAWeekAndNotBeyondTheLastDayOfTheWindow() {
        assertThat(approval.expiresAt()).isEqualTo(plugin.now().plus(Duration.ofDays(7)));

        Checkout other = desk.paid(ALL);
        plugin.forward(Duration.ofDays(26));
        RefundApproval late = desk.approval(desk.ask(other.id(), ALL, ALL, "refunder"));
        assertThat(late.expiresAt()).isEqualTo(plugin.now().plus(Duration.ofDays(5)));
        assertThat(late.askedAt()).isEqualTo(plugin.now());
    }

    @Test
    void knowsNothingOfWhatNobodyAskedFor() {
        assertThat(Refused.code(() -> decide.approve(new ApprovalId("apr_nobodys"), "approver")))
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void isCalledByItsIdInTheStory() {
        assertThat(id).hasToString(id.value());
        assertThat(ApprovalStatus.WITHDRAWN.code()).isEqualTo("withdrawn");
        assertThat(RefundStatus.SUCCEEDED.code()).isEqualTo("succeeded");
        assertThat(RefundOrigin.GATEWAY.code()).isEqualTo("gateway");
    }

    private int atOmise() {
        return plugin.omise().refunds(checkout.charge(1)).size();
    }

    private static void denied(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RefundDenied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(reason));
    }
}
