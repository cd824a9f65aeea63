/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.method;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The five methods with the rules of Omise's pages; limits may be set otherwise. */
public final class Methods {

    public static final String ALIPAY_CN = "alipay_cn";
    public static final String ATOME_QR = "atome_qr";
    public static final String PAYNEXT_QR = "installment_paynext_extra_qr";
    public static final String ALIPAYPLUS_UPM = "alipayplus_upm";
    public static final String BARCODE_WECHAT = "barcode_wechat";

    private static final Set<String> OLDER_CHARGE = Set.of(
            "acquirer_reference_number",
            "linked_account",
            "authorized_at",
            "partially_refundable",
            "can_perform_void",
            "approval_code");

    private final Map<String, Method> methods;

    private Methods(Map<String, Method> methods) {
        this.methods = methods;
    }

    public static Methods standard() {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Method method : List.of(alipayCn(), atomeQr(), paynextQr(), alipayPlusUpm(), barcodeWechat())) {
            methods.put(method.type(), method);
        }
        return new Methods(methods);
    }

    public Methods withLimit(String type, String currency, Limit limit) {
        Method method = named(type);
        Map<String, Limit> limits = new LinkedHashMap<>(method.limits());
        limits.put(currency, limit);
        Map<String, Method> changed = new LinkedHashMap<>(methods);
        changed.put(type, method.withLimits(Map.copyOf(limits)));
        return new Methods(changed);
    }

    public Collection<Method> all() {
        return List.copyOf(methods.values());
    }

    public Optional<Method> find(String type) {
        return Optional.ofNullable(methods.get(type));
    }

    public Method named(String type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("no method " + type));
    }

    private static Method alipayCn() {
        return new Method(
                ALIPAY_CN,
                "Alipay CN",
                "app_redirect",
                Map.of("THB", new Limit(2000, 15000000), "SGD", new Limit(100, 2000000)),
                Duration.ofDays(7),
                new Fees("2.9", "0.0", true),
                new Refunding(VoidCutOff.NEXT_16_15_UTC, Duration.ofDays(365), true),
                List.of(
                        "payment_expired",
                        "payment_rejected",
                        "failed_processing",
                        "invalid_account",
                        "insufficient_fund"),
                new Shape(Set.of(), Set.of(), false, null, "?acs=false"));
    }

    private static Method atomeQr() {
        return new Method(
                ATOME_QR,
                "Atome QR",
                "offline",
                Map.of(
                        "THB", new Limit(2000, 5000000),
                        "SGD", new Limit(150, 300000),
                        "MYR", new Limit(1000, 500000)),
                Duration.ofHours(12),
                new Fees("3.65", "7.0", true),
                new Refunding(VoidCutOff.NEVER, Duration.ofDays(60), true),
                List.of("payment_expired", "payment_rejected", "failed_processing"),
                new Shape(
                        OLDER_CHARGE, Set.of("ip", "provider_references", "promotion_code"), true, "qrcode.jpg", null));
    }

    private static Method paynextQr() {
        return new Method(
                PAYNEXT_QR,
                "PayNext Extra Installment QR",
                "offline",
                Map.of("THB", new Limit(100000, 15000000)),
                Duration.ofDays(1),
                new Fees("3.65", "7.0", true),
                new Refunding(VoidCutOff.SAME_DAY_IN_BANGKOK, Duration.ofDays(30), false),
                List.of("failed_processing"),
                new Shape(Set.of("authorized_at"), Set.of(), false, "qrcode.png", ""));
    }

    private static Method alipayPlusUpm() {
        return new Method(
                ALIPAYPLUS_UPM,
                "User-Presented Mode Payment (B scan C)",
                "offline",
                Map.of(
                        "THB", new Limit(2000, 15000000),
                        "SGD", new Limit(100, 2000000),
                        "MYR", new Limit(100, 3000000)),
                Duration.ofDays(7),
                new Fees("1.65", "7.0", true),
                new Refunding(VoidCutOff.NEXT_16_15_UTC, Duration.ofDays(365), true),
                List.of("payment_expired", "payment_rejected", "insufficient_fund", "failed_processing"),
                new Shape(OLDER_CHARGE, Set.of("promotion_code"), false, null, null));
    }

    private static Method barcodeWechat() {
        return new Method(
                BARCODE_WECHAT,
                "WeChat Pay (Barcode)",
                "offline",
                Map.of("THB", new Limit(2000, 15000000)),
                Duration.ofDays(7),
                new Fees("0", "0", false),
                new Refunding(VoidCutOff.NEVER, Duration.ofDays(365), true),
                List.of("payment_cancelled", "failed_processing", "insufficient_balance", "payment_rejected"),
                new Shape(
                        OLDER_CHARGE,
                        Set.of(
                                "bank",
                                "ip",
                                "absorption_type",
                                "platform_type",
                                "billing",
                                "shipping",
                                "items",
                                "provider_references",
                                "receipt_amount",
                                "discounts",
                                "promotion_code"),
                        true,
                        null,
                        null));
    }
}
