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

/**
 * Hashes passwords with Argon2id (19 MiB, two passes, as OWASP advises), and checks them; as many at a time as there are
 * cores. Call it outside any transaction: who waits here would keep a connection from others.
 */
@Wired
public class Passwords {

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final PasswordPermits permits = PasswordPermits.ofThisMachine();
    private final Argon2Function cost;

    /** A hash of nothing anybody can type, to be checked when a name is unknown, so that both cases take as long. */
    private final String nobody;

    public Passwords() {
        this(ARGON2);
    }

    Passwords(Argon2Function cost) {
        this.cost = cost;
        this.nobody = hash(new Secret(RandomToken.next()));
    }

    /** @throws dev.saphan.problem.Problem if too many passwords are worked on */
    public String hash(Secret password) {
        return permits.with(() ->
                Password.hash(password.reveal()).addRandomSalt(16).with(cost).getResult());
    }

    /** @throws dev.saphan.problem.Problem if too many passwords are worked on */
    public boolean matches(Secret password, String hash) {
        return permits.with(
                () -> Password.check(password.reveal(), hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /**
     * Takes as long as a real check, for names that do not exist.
     *
     * @throws dev.saphan.problem.Problem if too many passwords are worked on
     */
    public void checkAgainstNobody(Secret password) {
        matches(password, nobody);
    }
}
