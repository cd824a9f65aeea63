/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.account.SecureAddress;
import dev.saphan.simulator.code.PaymentCodes;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.ledger.Ids;
import dev.saphan.simulator.method.Method;
import dev.saphan.simulator.method.Methods;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a charge: takes or makes the source, checks the rules of the method, writes charge and used source (and used
 * payment code) in one change. Two equal calls make two charges; only a source serves once.
 */
final class CreateCharge {

    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(29);

    private final Charges charges;
    private final Sources sources;
    private final CreateSource createSource;
    private final PaymentCodes codes;
    private final Methods methods;
    private final SecureAddress addresses;
    private final Clock clock;

    CreateCharge(
            Charges charges,
            Sources sources,
            PaymentCodes codes,
            Methods methods,
            SecureAddress addresses,
            Clock clock) {
        this.charges = charges;
        this.sources = sources;
        this.createSource = new CreateSource(methods, clock);
        this.codes = codes;
        this.methods = methods;
        this.addresses = addresses;
        this.clock = clock;
    }

    Charge create(Account account, Params params) {
        return charges.add(() -> {
            Source source = source(account, params);
            Method method = methods.named(source.type());
            Charge charge = charge(account, source, method, params);
            sources.put(charge.source());
            useCode(charge);
            return charge;
        });
    }

    private Source source(Account account, Params params) {
        Optional<Params> nested = params.object("source");
        if (nested.isPresent()) {
            return createSource.within(account, params, nested.get());
        }
        String id = params.text("source").orElseThrow(() -> ApiError.invalidCharge("source can't be blank"));
        Source source = sources.find(account, id).orElseThrow(() -> ApiError.notFound("source", id));
        if (source.charge() != null) {
            throw ApiError.invalidCharge("source was already used");
        }
        long amount = params.whole("amount").orElseThrow(() -> ApiError.badRequest("amount is not a number"));
        String currency = params.text("currency").orElse("").toUpperCase(Locale.ROOT);
        if (amount != source.amount() || !currency.equals(source.currency())) {
            throw ApiError.invalidCharge("amount and currency must match those of the source");
        }
        return source;
    }

    private Charge charge(Account account, Source source, Method method, Params params) {
        String id = Ids.next("chrg", account.livemode());
        Instant now = clock.instant();
        Terms terms = new Terms(
                source.amount(),
                source.currency(),
                params.text("description").orElse(null),
                params.metadata().orElseGet(JsonObject::new),
                returnUri(method, params),
                params.text("ip").orElse(null),
                webhookEndpoints(params));
        return new Charge(
                id,
                account.id(),
                account.livemode(),
                now,
                source.usedBy(id),
                Ids.next("pay2", account.livemode()),
                terms,
                State.pending(expiresAt(method, params, now)),
                qr(method, account, now),
                List.of(),
                null,
                null);
    }

    /** A generated code belongs to its first charge; the charge of a second use has its failure from the start. */
    private void useCode(Charge charge) {
        String barcode = charge.source().barcode();
        if (barcode != null) {
            codes.find(barcode)
                    .filter(code ->
                            !code.isUsed() && code.type().equals(charge.source().type()))
                    .ifPresent(code -> codes.use(code, charge.id()));
        }
    }

    private @Nullable String returnUri(Method method, Params params) {
        Optional<String> given = params.text("return_uri");
        if (method.type().equals(Methods.ALIPAY_CN)
                && given.flatMap(addresses::page).isEmpty()) {
            throw ApiError.invalidCharge("return uri is invalid");
        }
        return given.orElse(null);
    }

    private List<URI> webhookEndpoints(Params params) {
        List<String> texts = params.texts("webhook_endpoints");
        if (texts.size() > 2) {
            throw ApiError.invalidCharge("webhook endpoints must not be more than 2");
        }
        return texts.stream()
                .map(text -> addresses
                        .webhook(text)
                        .orElseThrow(() -> ApiError.invalidCharge("webhook endpoint is invalid")))
                .toList();
    }

    /** Only Atome's page tells of {@code expires_at}; the others keep their own time. */
    private static Instant expiresAt(Method method, Params params, Instant now) {
        Instant usual = now.plus(method.life());
        Optional<String> given = params.text("expires_at");
        if (given.isEmpty() || !method.type().equals(Methods.ATOME_QR)) {
            return usual;
        }
        try {
            Instant wanted = OffsetDateTime.parse(given.get()).toInstant();
            if (!wanted.isBefore(now.plus(SHORTEST_LIFE)) && !wanted.isAfter(usual)) {
                return wanted;
            }
        } catch (DateTimeParseException e) {
            throw new ApiError(400, "invalid_charge", "expires_at is not a valid time");
        }
        throw ApiError.invalidCharge("expires_at must be between 30 seconds and 12 hours from now");
    }

    static @Nullable QrDocument qr(Method method, Account account, Instant now) {
        String file = method.shape().qrFile();
        return file == null
                ? null
                : new QrDocument(Ids.next("docu", account.livemode()), file, Ids.downloadToken(), now);
    }
}
