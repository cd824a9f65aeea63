/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.json.Wire;
import dev.saphan.language.Texts;
import dev.saphan.method.Channel;
import dev.saphan.method.Flow;
import dev.saphan.method.Methods;
import dev.saphan.payment.PaymentView.AttemptView;
import dev.saphan.payment.PaymentView.FailureView;
import dev.saphan.payment.PaymentView.NextStep;
import dev.saphan.payment.PaymentView.QrView;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Shows payments to the outside. Call it inside a transaction: it reads the attempts. */
@Wired
public class PaymentViews {

    private static final Texts FAILURES = new Texts("dev.saphan.payment.failures", PaymentViews.class.getClassLoader());

    private final Deployment deployment;
    private final Seal seal;
    private final Methods methods;

    @Inject
    PaymentViews(Deployment deployment, Seal seal, Methods methods) {
        this.deployment = deployment;
        this.seal = seal;
        this.methods = methods;
    }

    /** In the payment's own language. */
    public PaymentView of(Payment payment) {
        return of(payment, payment.locale());
    }

    public PaymentView of(Payment payment, Locale locale) {
        return new PaymentView(
                payment.id().value(),
                payment.orderReference(),
                payment.mode().code(),
                status(payment),
                payment.closedReason().map(ClosedReason::code).orElse(null),
                payment.amount(),
                payment.refunded(),
                payment.method().orElse(null),
                payment.channel().code(),
                pageAddress(payment),
                nextStep(payment),
                payment.attempts().stream()
                        .map(attempt -> attempt(payment, attempt, locale))
                        .toList(),
                payment.attention().stream().map(Attention::code).sorted().toList(),
                Wire.readObject(payment.metadata()),
                payment.version(),
                payment.createdAt(),
                payment.paidAt().orElse(null),
                payment.closesAt());
    }

    /** The sentence for a failure, for the shopper. */
    public static String failureSentence(FailureCode code, Locale locale) {
        return FAILURES.get(locale, code.code());
    }

    /** The hosted page of this payment. */
    public String pageAddress(Payment payment) {
        return deployment.address("/pay/" + token(payment)).toString();
    }

    /** Where Omise sends the shopper back to. */
    String returnAddress(Payment payment) {
        return deployment.address("/return/" + token(payment)).toString();
    }

    private String counterAddress(Payment payment) {
        return deployment.address("/counter/" + payment.id()).toString();
    }

    private String token(Payment payment) {
        return seal.open(payment.tokenSealed(), payment.id().value());
    }

    private static String status(Payment payment) {
        return payment.isProcessing() ? "processing" : payment.status().name().toLowerCase(Locale.ROOT);
    }

    private NextStep nextStep(Payment payment) {
        if (payment.status() != PaymentStatus.OPEN) {
            return new NextStep("none", null);
        }
        Optional<Attempt> live = payment.liveAttempt();
        if (live.isPresent()) {
            return nextStep(payment, live.get());
        }
        boolean waitsForCashier = payment.channel() == Channel.COUNTER
                && payment.method()
                        .flatMap(methods::find)
                        .filter(method -> method.descriptor().flow() == Flow.SCAN)
                        .isPresent();
        return waitsForCashier
                ? new NextStep("scan", counterAddress(payment))
                : new NextStep("choose_method", pageAddress(payment));
    }

    private NextStep nextStep(Payment payment, Attempt live) {
        if (live.status().isUnanswered()) {
            return new NextStep("wait", null);
        }
        return switch (live.flow()) {
            case REDIRECT -> new NextStep("redirect", pageAddress(payment));
            case QR -> new NextStep("qr", pageAddress(payment));
            case SCAN -> new NextStep("wait", null);
        };
    }

    private AttemptView attempt(Payment payment, Attempt attempt, Locale locale) {
        boolean showsCode = attempt.flow() == Flow.QR
                && attempt.status() == AttemptStatus.PENDING
                && attempt.qrSource().isPresent();
        return new AttemptView(
                attempt.id().value(),
                attempt.method(),
                attempt.status().publicCode(),
                attempt.chargeId().orElse(null),
                attempt.expiresAt().orElse(null),
                showsCode
                        ? new QrView(
                                pageAddress(payment) + "/qr/" + attempt.id(),
                                attempt.expiresAt().orElse(null))
                        : null,
                attempt.failureCode()
                        .map(code -> new FailureView(code.code(), failureSentence(code, locale)))
                        .orElse(null),
                attempt.createdAt());
    }
}
