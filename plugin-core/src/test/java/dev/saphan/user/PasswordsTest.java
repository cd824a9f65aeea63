/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.secret.Secret;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final Secret RIGHT = new Secret("six boats under a bridge");

    @Test
    void hashesWithTheWorkThatOwaspAdvises() {
        assertThat(new Passwords().hash(RIGHT)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void knowsAPasswordByWhateverWorkItWasHashedWith() {
        String cheap = CheapPasswords.make().hash(RIGHT);

        assertThat(cheap).startsWith("$argon2id$v=19$m=256,t=1,p=1$");
        assertThat(new Passwords().matches(RIGHT, cheap)).isTrue();
        assertThat(new Passwords().matches(new Secret("seven boats under a bridge"), cheap))
                .isFalse();
    }

    @Test
    void hashesTheSamePasswordToAnotherHashEachTime() {
        Passwords passwords = CheapPasswords.make();

        assertThat(passwords.hash(RIGHT)).isNotEqualTo(passwords.hash(RIGHT));
    }
}
