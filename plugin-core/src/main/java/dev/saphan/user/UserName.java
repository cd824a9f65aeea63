/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import java.util.regex.Pattern;

/** Lower-case letters, digits and {@code . _ @ + -}, at most 100. */
final class UserName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");

    private UserName() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
