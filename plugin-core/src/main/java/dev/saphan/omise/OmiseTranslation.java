/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.AccountRefund;
import dev.saphan.gateway.Capability;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeFees;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.GatewayAccount;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.gateway.Listed;
import dev.saphan.money.Money;
import dev.saphan.omise.OmiseCharge.OmiseRefund;
import dev.saphan.omise.OmiseLists.ChargeList;
import dev.saphan.omise.OmiseLists.OmiseAccountBody;
import dev.saphan.omise.OmiseLists.OmiseCapability;
import dev.saphan.omise.OmiseLists.RefundList;
import dev.saphan.settings.Mode;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From Omise's words to ours; the only place that knows both. */
final class OmiseTranslation {

    /** Under these keys our ids stand in the metadata of a charge and of a refund. */
    static final String ATTEMPT = "saphan_attempt";

    static final String REFUND = "saphan_refund";

    private OmiseTranslation() {}

    static Charge charge(OmiseCharge omise) {
        String currency = omise.currency().toUpperCase(Locale.ROOT);
        var source = Optional.ofNullable(omise.source());
        return new Charge(
                omise.id(),
                Mode.of(omise.livemode()),
                Money.ofMinor(omise.amount().value(), currency),
                status(omise.status()),
                source.map(OmiseCharge.OmiseSource::type).orElse(""),
                metadata(omise.metadata(), ATTEMPT),
                Optional.ofNullable(omise.failureCode()),
                Optional.ofNullable(omise.authorizeUri()).map(URI::create),
                source.map(OmiseCharge.OmiseSource::scannableCode)
                        .map(OmiseCharge.ScannableCode::image)
                        .map(OmiseCharge.Image::downloadUri)
                        .map(URI::create),
                instant(omise.createdAt()).orElse(Instant.EPOCH),
                instant(omise.expiresAt()),
                instant(omise.paidAt()),
                Money.ofMinor(
                        omise.refundedAmount() == null
                                ? 0
                                : omise.refundedAmount().value(),
                        currency),
                fees(omise, currency),
                omise.refundable(),
                Optional.ofNullable(omise.partiallyRefundable()),
                omise.dispute() != null && omise.dispute() != JsonValue.NULL,
                refunds(omise));
    }

    static GatewayRefund refund(OmiseRefund omise) {
        return new GatewayRefund(
                omise.id(),
                Money.ofMinor(omise.amount().value(), omise.currency().toUpperCase(Locale.ROOT)),
                refundStatus(omise.status()),
                omise.voided(),
                metadata(omise.metadata(), REFUND),
                instant(omise.createdAt()).orElse(Instant.EPOCH));
    }

    static GatewayAccount account(OmiseAccountBody omise) {
        return new GatewayAccount(
                Objects.requireNonNullElse(omise.id(), ""),
                Boolean.TRUE.equals(omise.livemode()),
                Objects.requireNonNullElse(omise.country(), ""),
                Optional.ofNullable(omise.webhookUri()));
    }

    static Listed<Charge> charges(ChargeList omise) {
        return new Listed<>(omise.data().stream().map(OmiseTranslation::charge).toList(), omise.total());
    }

    static Listed<AccountRefund> refunds(RefundList omise) {
        return new Listed<>(
                omise.data().stream().map(OmiseTranslation::accountRefund).toList(), omise.total());
    }

    private static AccountRefund accountRefund(OmiseRefund omise) {
        return new AccountRefund(Objects.requireNonNullElse(omise.charge(), ""), refund(omise));
    }

    /** In the currency of the charge; a charge that was converted is told in that of its funding, and so not here. */
    private static Optional<ChargeFees> fees(OmiseCharge omise, String currency) {
        boolean converted =
                omise.fundingCurrency() != null && !omise.fundingCurrency().equalsIgnoreCase(currency);
        if (converted || omise.fee() == null || omise.feeVat() == null || omise.net() == null) {
            return Optional.empty();
        }
        return Optional.of(new ChargeFees(
                Money.ofMinor(omise.fee().value(), currency),
                Money.ofMinor(omise.feeVat().value(), currency),
                Money.ofMinor(omise.net().value(), currency)));
    }

    static Capability capability(OmiseCapability omise) {
        Map<String, Set<String>> currencies = new HashMap<>();
        if (omise.paymentMethods() != null) {
            omise.paymentMethods()
                    .forEach(method -> currencies
                            .computeIfAbsent(method.name(), name -> new HashSet<>())
                            .addAll(Objects.requireNonNullElse(method.currencies(), List.of())));
        }
        return new Capability(Objects.requireNonNullElse(omise.country(), ""), currencies);
    }

    private static List<GatewayRefund> refunds(OmiseCharge omise) {
        return omise.refunds() == null || omise.refunds().data() == null
                ? List.of()
                : omise.refunds().data().stream().map(OmiseTranslation::refund).toList();
    }

    private static ChargeStatus status(String omise) {
        return switch (omise) {
            case "pending" -> ChargeStatus.PENDING;
            case "successful" -> ChargeStatus.SUCCESSFUL;
            case "failed" -> ChargeStatus.FAILED;
            case "expired" -> ChargeStatus.EXPIRED;
            case "reversed" -> ChargeStatus.REVERSED;
            default -> ChargeStatus.UNRECOGNISED;
        };
    }

    private static GatewayRefund.Status refundStatus(@Nullable String omise) {
        return switch (Objects.requireNonNullElse(omise, "closed")) {
            case "pending" -> GatewayRefund.Status.PENDING;
            case "closed" -> GatewayRefund.Status.CLOSED;
            default -> GatewayRefund.Status.UNRECOGNISED;
        };
    }

    /** Metadata is an object; some accounts answer an empty list instead of an empty object. */
    private static Optional<String> metadata(@Nullable JsonValue metadata, String key) {
        if (metadata == null || metadata.getValueType() != JsonValue.ValueType.OBJECT) {
            return Optional.empty();
        }
        return metadata.asJsonObject().get(key) instanceof JsonString text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    /** Omise writes UTC, old objects with an offset. */
    private static Optional<Instant> instant(@Nullable String time) {
        return Optional.ofNullable(time).map(text -> OffsetDateTime.parse(text).toInstant());
    }
}
