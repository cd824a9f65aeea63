/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.qr;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The picture of a QR code that waits to be scanned.
 *
 * <ol>
 *   <li>One that was fetched before is taken from the database.
 *   <li>Otherwise it is fetched from Omise, with no transaction open, and kept if it is an image of a known kind.
 * </ol>
 */
@Wired
public class FetchQrImage {

    private static final Logger LOG = Logger.getLogger(FetchQrImage.class.getName());

    private final Payments payments;
    private final QrImages images;
    private final Gateway gateway;
    private final Transactions transactions;

    @Inject
    FetchQrImage(Payments payments, QrImages images, Gateway gateway, Transactions transactions) {
        this.payments = payments;
        this.images = images;
        this.gateway = gateway;
        this.transactions = transactions;
    }

    /** How far that got. */
    public sealed interface Result {

        record Found(QrImage image) implements Result {}

        /** The payment has no such code, or it cannot be paid any more. */
        record Gone() implements Result {}

        /** Omise did not hand it out now; asking again is worth it. */
        record Unavailable() implements Result {}
    }

    public Result fetch(PaymentId payment, AttemptId id) {
        Optional<Pending> pending = transactions.call(() -> payments.findAttempt(id)
                .filter(attempt -> attempt.payment().id().equals(payment))
                .filter(attempt -> attempt.status() == AttemptStatus.PENDING)
                .flatMap(this::pending));
        if (pending.isEmpty()) {
            return new Result.Gone();
        }
        return pending.get().stored().<Result>map(Result.Found::new).orElseGet(() -> download(id, pending.get()));
    }

    private Result download(AttemptId id, Pending pending) {
        Answer<byte[]> answer = gateway.download(pending.source());
        Optional<QrImage> image = answer instanceof Answer.Ok<byte[]> ok
                ? ImageKind.of(ok.value()).map(kind -> new QrImage(id, kind, ok.value()))
                : Optional.empty();
        if (image.isEmpty()) {
            LOG.log(Level.WARNING, "No QR image for {0}: {1}", new Object[] {
                id, answer instanceof Answer.Ok ? "not an image" : answer
            });
            return new Result.Unavailable();
        }
        return new Result.Found(transactions.callAgainOnConflict(() -> images.keep(image.get())));
    }

    private Optional<Pending> pending(Attempt attempt) {
        return attempt.qrSource().map(source -> new Pending(source, images.find(attempt.id())));
    }

    private record Pending(URI source, Optional<QrImage> stored) {}
}
