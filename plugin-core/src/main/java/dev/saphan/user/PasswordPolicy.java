/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.saphan.secret.Secret;
import dev.saphan.wiring.Wired;
import java.util.List;

/**
 * What a password has to be: long, and not to be guessed within ten thousand million tries by somebody who knows common
 * passwords, words and the person's name. No rules about kinds of characters (NIST SP 800-63B, 5.1.1.2).
 */
@Wired
public class PasswordPolicy {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    /** The estimate takes longer the longer the text; a hundred characters say enough. */
    private static final int ESTIMATED = 100;

    private static final int SAFELY_UNGUESSABLE = 3;

    private final Zxcvbn estimator = new Zxcvbn();

    public boolean allows(Secret password, String userName) {
        String text = password.reveal();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return false;
        }
        String estimated = text.substring(0, Math.min(text.length(), ESTIMATED));
        return estimator.measure(estimated, List.of(userName, "saphan")).getScore() >= SAFELY_UNGUESSABLE;
    }
}
