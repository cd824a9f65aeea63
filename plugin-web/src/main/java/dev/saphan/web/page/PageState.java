/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.method.Flow;
import dev.saphan.method.Methods;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.FailureCode;
import dev.saphan.payment.Payment;
import java.util.Locale;
import java.util.Optional;

/** What there is to see of a payment, for shopper and cashier alike. */
public enum PageState {
    /** Nothing is under way: choose a method. */
    CHOOSE,
    /** About to go to the wallet's page. */
    REDIRECT,
    /** Was at the wallet's page; nobody knows yet how it went there. */
    RETURNED,
    /** A code to be scanned by the shopper. */
    QR,
    /** The shopper's code is to be scanned. */
    SCAN,
    /** The shopper's code was scanned; the wallet may ask the shopper. */
    CONFIRM,
    /** Omise was asked and has not answered, or is to be asked once more before it is closed. */
    WAIT,
    FAILED,
    EXPIRED,
    PAID,
    CLOSED;

    public static PageState of(Payment payment, Methods methods) {
        return switch (payment.status()) {
            case PAID -> PAID;
            case CLOSED -> CLOSED;
            case OPEN ->
                payment.isClosing()
                        ? WAIT
                        : payment.liveAttempt().map(PageState::under).orElseGet(() -> idle(payment, methods));
        };
    }

    private static PageState under(Attempt live) {
        if (live.status().isUnanswered()) {
            return WAIT;
        }
        return switch (live.flow()) {
            case REDIRECT -> live.wasRedirected() ? RETURNED : REDIRECT;
            case QR -> QR;
            case SCAN -> CONFIRM;
        };
    }

    private static PageState idle(Payment payment, Methods methods) {
        Optional<Attempt> last =
                payment.newestAttempt().filter(attempt -> payment.method().equals(Optional.of(attempt.method())));
        if (last.isPresent()) {
            boolean expired = last.get().status() == AttemptStatus.EXPIRED
                    || last.get().failureCode().equals(Optional.of(FailureCode.EXPIRED));
            return expired ? EXPIRED : FAILED;
        }
        boolean toBeScanned = payment.method()
                .flatMap(methods::find)
                .filter(method -> method.descriptor().flow() == Flow.SCAN)
                .isPresent();
        return toBeScanned ? SCAN : CHOOSE;
    }

    /** Whether something may happen without the reader doing anything. */
    public boolean isLive() {
        return this != PAID && this != CLOSED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
