/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.language.Languages;
import dev.saphan.method.Barcode;
import dev.saphan.method.Channel;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentOrder;
import dev.saphan.payment.StartPayment;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.web.json.Fields;
import dev.saphan.web.json.JsonBody;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the bodies of POST /payments and POST /payments/{id}/attempts. */
final class PaymentRequest {

    private static final Pattern ORDER_REFERENCE = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");
    private static final Pattern SOURCE = Pattern.compile("src_[A-Za-z0-9_]{1,60}");
    private static final int LONGEST_METADATA = 4096;

    private final Methods methods;

    PaymentRequest(Methods methods) {
        this.methods = methods;
    }

    StartPayment.Request read(JsonBody body, Store store, Mode mode, String idempotencyKey) {
        Fields fields = body.fields();
        PaymentOrder order = new PaymentOrder(
                store.id(),
                mode,
                orderReference(fields),
                body.money("amount"),
                fields.parsed("channel", 10, PaymentRequest::channel),
                fields.wholeDecoration("locale", 35).flatMap(Languages::match),
                returnUrl(fields, store),
                metadata(fields));
        return new StartPayment.Request(
                store,
                new IdempotencyKey(
                        store.id(),
                        mode,
                        IdempotencyKey.PAYMENTS,
                        idempotencyKey,
                        body.contentHash(),
                        body.bytesHash()),
                order,
                attempt(fields),
                DetailsRequest.read(fields),
                fields.text("replaces", 40).map(PaymentId::new));
    }

    /** Empty when the body names no method. */
    Optional<AttemptRequest> attempt(Fields fields) {
        Optional<PaymentMethod> method = fields.text("method", 60)
                .map(code ->
                        methods.find(code).orElseThrow(() -> Problem.inField(ErrorCode.METHOD_UNAVAILABLE, "method")));
        Optional<Barcode> barcode = fields.text("barcode", 64).map(Barcode::scanned);
        Optional<String> source = fields.parsed("source", 64, PaymentRequest::source);
        if (method.isEmpty() && (barcode.isPresent() || source.isPresent())) {
            throw Problem.inField(ErrorCode.MISSING_FIELD, "method");
        }
        return method.map(found -> new AttemptRequest(found, barcode, source, fields.instant("expiresAt")));
    }

    private static String orderReference(Fields fields) {
        String reference = fields.requiredText("orderReference", 64);
        if (!ORDER_REFERENCE.matcher(reference).matches()) {
            throw fields.invalid("orderReference");
        }
        return reference;
    }

    private static URI returnUrl(Fields fields, Store store) {
        String text = fields.requiredText("returnUrl", 2000);
        try {
            return ReturnUrl.parse(text, store);
        } catch (IllegalArgumentException e) {
            throw Problem.inField(ErrorCode.INVALID_RETURN_URL, "returnUrl");
        }
    }

    private static Optional<String> metadata(Fields fields) {
        Optional<String> metadata =
                fields.object("metadata").map(object -> object.raw().toString());
        if (metadata.filter(text -> text.length() > LONGEST_METADATA).isPresent()) {
            throw fields.invalid("metadata");
        }
        return metadata;
    }

    private static Channel channel(String code) {
        return Channel.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static String source(String id) {
        if (!SOURCE.matcher(id).matches()) {
            throw new IllegalArgumentException("not a source");
        }
        return id;
    }
}
