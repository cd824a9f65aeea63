/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

/** Hashed as any, but for a hundredth of the work: for tests that are about whom to let in. */
public final class CheapPasswords {

    private CheapPasswords() {}

    public static Passwords make() {
        return new Passwords(Argon2Function.getInstance(256, 1, 1, 32, Argon2.ID));
    }
}
