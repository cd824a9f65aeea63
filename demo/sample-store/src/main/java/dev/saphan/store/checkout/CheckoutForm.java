/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.checkout;

import dev.saphan.store.order.Shopper;
import dev.saphan.store.region.Region;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the shopper typed, kept as typed so that it can be shown again beside what is wrong with it. */
public record CheckoutForm(String name, String email, String phone, String pay, String checkoutKey) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{8,15}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22}");

    static CheckoutForm empty(String checkoutKey) {
        return new CheckoutForm("", "", "", "", checkoutKey);
    }

    boolean hasKey() {
        return KEY.matcher(checkoutKey).matches();
    }

    /** Field to text key; empty when all is well. */
    Map<String, String> mistakes() {
        Map<String, String> mistakes = new LinkedHashMap<>();
        if (name.isBlank() || name.length() > 120) {
            mistakes.put("name", "mistake_name");
        }
        if (email.length() > 254 || !EMAIL.matcher(email.strip()).matches()) {
            mistakes.put("email", "mistake_email");
        }
        if (!phone.isBlank() && !PHONE.matcher(digits()).matches()) {
            mistakes.put("phone", "mistake_phone");
        }
        return mistakes;
    }

    Shopper shopper(Region region) {
        return new Shopper(name.strip(), email.strip(), phone.isBlank() ? null : international(region));
    }

    /** A number written as one dials it at home gets its country in front. */
    private String international(Region region) {
        String digits = digits();
        return digits.startsWith("+") ? digits : region.callingCode() + digits.replaceFirst("^0", "");
    }

    private String digits() {
        return phone.replaceAll("[\\s().-]", "");
    }
}
