/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeFees;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Dispute;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import jakarta.json.JsonValue;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Omise's charges in our words. */
final class OmiseCharges {

    private static final String NAME = "charge";

    private OmiseCharges() {}

    /** @throws Unreadable without an id, a mode, an amount, a currency and a status; the rest may be missing */
    static Charge charge(String body) {
        return charge(OmiseObject.parse(NAME, body));
    }

    /** @throws Unreadable also if it is another one than was asked for */
    static Charge charge(String body, String id) {
        Charge charge = charge(body);
        if (!charge.id().equals(id)) {
            throw new Unreadable("charge of that id");
        }
        return charge;
    }

    static OmiseList<Charge> list(String body) {
        return OmiseList.parse(NAME, body, OmiseCharges::charge);
    }

    /** The same charges, each as it stands there if it may be that attempt's and does not say so. */
    static OmiseList<Charge> list(String body, String attempt) {
        return OmiseList.parse(NAME, body, omise -> {
            Charge charge = charge(omise);
            if (charge.attempt().isEmpty() && OmiseMetadata.mayName(omise.json(), attempt, true)) {
                throw new Unreadable("charge.metadata");
            }
            return charge;
        });
    }

    private static Charge charge(OmiseObject omise) {
        Currency currency = omise.needed(OmiseObject::currency, "currency");
        ChargeStatus status = status(omise.needed(OmiseObject::word, "status"));
        Optional<OmiseObject> source = omise.object("source");
        Optional<OmiseList<GatewayRefund>> refunds = refunds(omise, currency);
        return new Charge(
                omise.needed(OmiseObject::id, "id"),
                Mode.of(omise.needed(OmiseObject::flag, "livemode")),
                new Money(omise.needed(OmiseObject::minorUnits, "amount"), currency),
                status,
                source.flatMap(told -> told.word("type")).orElse(""),
                OmiseMetadata.id(omise, OmiseMetadata.ATTEMPT),
                omise.word("failure_code"),
                omise.address("authorize_uri"),
                source.flatMap(told -> told.object("scannable_code"))
                        .flatMap(code -> code.object("image"))
                        .flatMap(image -> image.address("download_uri")),
                omise.time("created_at"),
                omise.time("expires_at"),
                omise.time("paid_at"),
                omise.minorUnits("refunded_amount").map(refunded -> new Money(refunded, currency)),
                fees(omise, currency),
                omise.flag("refundable").orElse(status == ChargeStatus.SUCCESSFUL),
                omise.flag("partially_refundable"),
                dispute(omise, currency),
                refunds.map(OmiseList::read).orElse(List.of()),
                refunds.filter(list -> list.unread().isEmpty() && list.told() >= list.total())
                        .isPresent());
    }

    /** In the currency of the charge; a charge that was converted is told in that of its funding, and so not here. */
    private static Optional<ChargeFees> fees(OmiseObject omise, Currency currency) {
        boolean converted = omise.has("funding_currency")
                && !omise.currency("funding_currency").equals(Optional.of(currency));
        Optional<Long> fee = omise.minorUnits("fee");
        Optional<Long> vat = omise.minorUnits("fee_vat");
        Optional<Long> net = omise.minorUnits("net");
        return converted || fee.isEmpty() || vat.isEmpty() || net.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChargeFees(
                        new Money(fee.get(), currency),
                        new Money(vat.get(), currency),
                        new Money(net.get(), currency)));
    }

    /** Something that stands there and cannot be read is a dispute all the same: money must not go back twice. */
    private static Optional<Dispute> dispute(OmiseObject omise, Currency currency) {
        if (!omise.has("dispute")) {
            return Optional.empty();
        }
        Optional<OmiseObject> told = omise.object("dispute");
        return Optional.of(new Dispute(
                told.flatMap(dispute -> dispute.word("status"))
                        .map(OmiseCharges::disputeStatus)
                        .orElse(Dispute.Status.OPEN),
                told.filter(dispute -> dispute.currency("currency").equals(Optional.of(currency)))
                        .flatMap(dispute -> dispute.minorUnits("amount"))
                        .filter(amount -> amount > 0)
                        .map(amount -> new Money(amount, currency))));
    }

    private static Dispute.Status disputeStatus(String omise) {
        return switch (omise) {
            case "won" -> Dispute.Status.WON;
            case "lost" -> Dispute.Status.LOST;
            default -> Dispute.Status.OPEN;
        };
    }

    private static Optional<OmiseList<GatewayRefund>> refunds(OmiseObject omise, Currency currency) {
        return omise.object("refunds")
                .filter(list -> list.value("data")
                        .filter(data -> data.getValueType() == JsonValue.ValueType.ARRAY)
                        .isPresent())
                .map(list -> OmiseList.of(
                        "charge.refund", list, "data", refund -> OmiseRefunds.refund(refund, Optional.of(currency))));
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
}
