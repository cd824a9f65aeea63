/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.saphan.secret.RandomToken;
import dev.saphan.secret.Secret;
import dev.saphan.wiring.Wired;

/** Hashes passwords with Argon2id (19 MiB, two passes, as OWASP advises), and checks them. */
@Wired
public class Passwords {

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** A hash of nothing anybody can type, to be checked when a name is unknown, so that both cases take as long. */
    private final String nobody = hash(new Secret(RandomToken.next()));

    public String hash(Secret password) {
        return Password.hash(password.reveal()).addRandomSalt(16).with(ARGON2).getResult();
    }

    public boolean matches(Secret password, String hash) {
        return Password.check(password.reveal(), hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** Takes as long as a real check, for names that do not exist. */
    public void checkAgainstNobody(Secret password) {
        matches(password, nobody);
    }
}
