/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.problem;

import java.util.Locale;

/** Every error that a caller can meet: its stable code and its HTTP status. The sentences lie in {@code problems.properties}. */
public enum ErrorCode {
    MALFORMED_JSON(400),
    INVALID_FIELD(400),
    MISSING_FIELD(400),
    INVALID_AMOUNT(400),
    INVALID_RETURN_URL(400),
    MISSING_IDEMPOTENCY_KEY(400),
    INVALID_IDEMPOTENCY_KEY(400),
    AMBIGUOUS_LENGTH(400),
    MALFORMED_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    BODY_TOO_SLOW(408),
    UNSUPPORTED_MEDIA_TYPE(415),
    BODY_TOO_LARGE(413),
    IDEMPOTENCY_KEY_REUSED(409),
    REQUEST_IN_PROGRESS(409),
    ORDER_AMOUNT_CHANGED(409),
    ORDER_ALREADY_PAID(409),
    OUTCOME_UNKNOWN(409),
    PAYMENT_CLOSED(409),
    REMAINING_CHANGED(409),
    PRECONDITION_FAILED(412),
    METHOD_UNAVAILABLE(422),
    AMOUNT_BELOW_MINIMUM(422),
    AMOUNT_ABOVE_MAXIMUM(422),
    CURRENCY_NOT_SUPPORTED(422),
    COUNTRY_NOT_SUPPORTED(422),
    CHANNEL_NOT_SUPPORTED(422),
    NOT_ENABLED_ON_ACCOUNT(422),
    SWITCHED_OFF(422),
    MALFORMED_BARCODE(422),
    SOURCE_MISMATCH(422),
    SOURCE_UNUSABLE(422),
    AMOUNT_EXCEEDS_REMAINING(422),
    REFUND_WINDOW_CLOSED(422),
    PARTIAL_REFUND_NOT_SUPPORTED(422),
    NOT_REFUNDABLE(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    GATEWAY_UNAVAILABLE(503),
    SERVICE_UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As it stands on the wire, and as the key of its sentence. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
