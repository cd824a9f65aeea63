/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.saphan.simulator.http.Json;
import dev.saphan.simulator.http.Page;
import dev.saphan.simulator.method.Fees;
import dev.saphan.simulator.method.Method;
import dev.saphan.simulator.method.Methods;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Charges as Omise writes them (version 2019-05-29): which fields there are differs by method. */
final class ChargeJson {

    private final Methods methods;
    private final URI publicUrl;

    ChargeJson(Methods methods, URI publicUrl) {
        this.methods = methods;
        this.publicUrl = publicUrl;
    }

    JsonObject of(Charge charge, Instant now) {
        Method method = methods.named(charge.source().type());
        JsonObject json = new JsonObject();
        json.addProperty("object", "charge");
        json.addProperty("id", charge.id());
        json.addProperty("location", "/charges/" + charge.id());
        money(json, charge, method.fees());
        json.addProperty("ip", charge.terms().ip());
        json.add("refunds", refunds(charge, now));
        nulls(json, "link");
        json.addProperty("description", charge.terms().description());
        json.add("metadata", charge.terms().metadata().deepCopy());
        nulls(json, "card");
        json.add("source", source(charge, method));
        nulls(json, "schedule", "linked_account", "customer");
        json.add("dispute", DisputeJson.of(charge, charge.dispute()));
        progress(json, charge, method, now);
        json.addProperty("zero_interest_installments", method.shape().zeroInterest());
        nulls(json, "branch", "terminal", "device");
        flags(json, charge, new RefundRules(charge, method, now));
        json.addProperty(
                "expired",
                charge.status() == ChargeStatus.EXPIRED
                        || (charge.status() == ChargeStatus.FAILED && isOver(charge, now)));
        nulls(json, "approval_code");
        if (!charge.terms().webhookEndpoints().isEmpty()) {
            json.add(
                    "webhook_endpoints",
                    Json.array(charge.terms().webhookEndpoints().stream()
                            .map(URI::toString)
                            .map(JsonPrimitive::new)));
        }
        method.shape().chargeOmits().forEach(json::remove);
        return json;
    }

    private static void money(JsonObject json, Charge charge, Fees fees) {
        long amount = charge.terms().amount();
        long fee = fees.feeOf(amount);
        long vat = fees.vatOf(fee);
        json.addProperty("amount", amount);
        nulls(json, "acquirer_reference_number");
        json.addProperty("net", amount - fee - vat);
        json.addProperty("fee", fee);
        json.addProperty("fee_vat", vat);
        json.addProperty("interest", 0);
        json.addProperty("interest_vat", 0);
        json.addProperty("funding_amount", amount);
        json.addProperty("refunded_amount", charge.refundedAmount());
        if (fees.listed()) {
            JsonObject listed = new JsonObject();
            listed.addProperty("fee_flat", "0.0");
            listed.addProperty("fee_rate", fees.rate());
            listed.addProperty("vat_rate", fees.vatRate());
            json.add("transaction_fees", listed);
        }
        JsonObject platformFee = new JsonObject();
        nulls(platformFee, "fixed", "amount", "percentage");
        json.add("platform_fee", platformFee);
        json.addProperty("currency", charge.terms().currency());
        json.addProperty("funding_currency", charge.terms().currency());
    }

    private JsonObject refunds(Charge charge, Instant now) {
        Page page = new Page(20, 0, Instant.EPOCH, now, false);
        return page.list(
                "/charges/" + charge.id() + "/refunds",
                charge.refunds(),
                Refund::createdAt,
                refund -> RefundJson.of(charge, refund));
    }

    private JsonObject source(Charge charge, Method method) {
        JsonObject json = SourceJson.of(charge.source(), method, charge.status().text());
        QrDocument qr = charge.qr();
        if (qr != null) {
            JsonObject code = new JsonObject();
            code.addProperty("object", "barcode");
            code.addProperty("type", "qr");
            code.add("image", document(charge, qr));
            json.add("scannable_code", code);
        }
        if (method.type().equals(Methods.PAYNEXT_QR)) {
            JsonObject references = new JsonObject();
            references.addProperty("reference_number_1", charge.payment());
            nulls(references, "reference_number_2");
            json.add("provider_references", references);
        }
        return json;
    }

    JsonObject document(Charge charge, QrDocument qr) {
        String location = "/charges/" + charge.id() + "/documents/" + qr.id();
        JsonObject json = new JsonObject();
        json.addProperty("object", "document");
        json.addProperty("livemode", charge.livemode());
        json.addProperty("id", qr.id());
        json.addProperty("deleted", false);
        json.addProperty("filename", qr.filename());
        json.addProperty("location", location);
        json.addProperty("kind", "qr");
        json.addProperty("download_uri", publicUrl + location + "/downloads/" + qr.token());
        json.addProperty("created_at", Json.time(qr.createdAt()));
        return json;
    }

    private void progress(JsonObject json, Charge charge, Method method, Instant now) {
        State state = charge.state();
        json.addProperty("transaction", state.transaction());
        json.addProperty("failure_code", state.failureCode());
        json.addProperty("failure_message", state.failureMessage());
        json.addProperty("status", charge.status().text());
        json.addProperty("authorize_uri", authorizeUri(charge, method));
        json.addProperty("return_uri", charge.terms().returnUri());
        json.addProperty("created_at", Json.time(charge.createdAt()));
        json.addProperty("paid_at", Json.time(state.paidAt()));
        json.addProperty("authorized_at", Json.time(state.paidAt()));
        json.addProperty("expires_at", Json.time(state.expiresAt()));
        json.addProperty("expired_at", Json.time(expiredAt(charge, now)));
        nulls(json, "reversed_at");
    }

    /** Omise fills it when the time of any charge is over, also of one that was paid long before. */
    private static @Nullable Instant expiredAt(Charge charge, Instant now) {
        boolean ended = !charge.isPending() && isOver(charge, now);
        return ended ? charge.state().expiresAt() : charge.state().expiredAt();
    }

    private static boolean isOver(Charge charge, Instant now) {
        return !now.isBefore(charge.state().expiresAt());
    }

    private @Nullable String authorizeUri(Charge charge, Method method) {
        String tail = method.shape().authorizeTail();
        return tail == null ? null : publicUrl + "/payments/" + charge.payment() + "/authorize" + tail;
    }

    private static void flags(JsonObject json, Charge charge, RefundRules rules) {
        json.addProperty("authorized", charge.isPaid());
        json.addProperty("capturable", false);
        json.addProperty("capture", true);
        json.addProperty("disputable", false);
        json.addProperty("livemode", charge.livemode());
        json.addProperty("refundable", rules.refundable());
        json.addProperty("partially_refundable", rules.partiallyRefundable());
        json.addProperty("reversed", charge.status() == ChargeStatus.REVERSED);
        json.addProperty("reversible", false);
        json.addProperty("voided", charge.voided());
        json.addProperty("paid", charge.isPaid());
        json.addProperty("can_perform_void", rules.canPerformVoid());
    }

    private static void nulls(JsonObject json, String... names) {
        for (String name : names) {
            json.add(name, JsonNull.INSTANCE);
        }
    }
}
