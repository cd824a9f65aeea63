/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.method.Methods;
import dev.saphan.money.Money;
import dev.saphan.payment.Attention;
import dev.saphan.payment.PaymentSummary;
import dev.saphan.settings.Mode;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.export.CsvFile;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A payment as a line of a spreadsheet: amounts in major units with their currency beside them, times with an offset. */
final class PaymentCells {

    private static final List<String> COLUMNS = List.of(
            "order",
            "id",
            "status",
            "attention",
            "currency",
            "amount",
            "refunded",
            "method",
            "channel",
            "mode",
            "charge",
            "created",
            "paid");

    private final Wording wording;
    private final Methods methods;
    private final Mode mode;
    private final ZoneId zone;

    PaymentCells(Wording wording, Methods methods, Mode mode, ZoneId zone) {
        this.wording = wording;
        this.methods = methods;
        this.mode = mode;
        this.zone = zone;
    }

    List<String> columns() {
        return COLUMNS.stream().map(name -> wording.of("export.column." + name)).toList();
    }

    /** The last line of a file that could not be written to its end. */
    String incomplete() {
        return wording.of("export.incomplete");
    }

    List<String> of(PaymentSummary payment) {
        return Stream.of(
                        payment.orderReference(),
                        payment.id().value(),
                        status(payment),
                        attention(payment),
                        payment.amount().currencyCode(),
                        major(payment.amount()),
                        major(payment.refunded()),
                        payment.method().map(this::method).orElse(""),
                        wording.of("channel." + payment.channel().code()),
                        wording.of("mode." + mode.code()),
                        payment.chargeId().orElse(""),
                        CsvFile.time(payment.createdAt(), zone),
                        payment.paidAt().map(at -> CsvFile.time(at, zone)).orElse(""))
                .toList();
    }

    private String status(PaymentSummary payment) {
        return StatusBadge.of(
                        payment.status(),
                        payment.processing(),
                        payment.closedReason(),
                        payment.amount(),
                        payment.refunded(),
                        wording)
                .text();
    }

    private String attention(PaymentSummary payment) {
        return payment.attention().stream()
                .sorted()
                .map(Attention::code)
                .map(code -> wording.of("attention." + code + ".title"))
                .collect(Collectors.joining("; "));
    }

    private String method(String code) {
        return methods.find(code).map(method -> method.label(wording.locale())).orElse(code);
    }

    private static String major(Money amount) {
        return amount.majorUnits().toPlainString();
    }
}
