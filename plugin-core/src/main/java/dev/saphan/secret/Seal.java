/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.secret;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Encrypts small values for the database with the deployment's keyset (Tink AEAD, AES-256-GCM). What is sealed for one
 * row does not open for another: the row's id is bound in as associated data.
 */
public final class Seal {

    private final Aead aead;
    private final byte[] mark;

    /** @param mark with which everything begins that the newest key seals; empty if it leaves none */
    Seal(Aead aead, byte[] mark) {
        this.aead = aead;
        this.mark = mark.clone();
    }

    public String close(String plain, String rowId) {
        try {
            byte[] sealed =
                    aead.encrypt(plain.getBytes(StandardCharsets.UTF_8), rowId.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset cannot encrypt", e);
        }
    }

    /** Whether it was sealed with the newest key; no for every value if that leaves no mark. */
    public boolean isOfNewestKey(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        return mark.length > 0
                && bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** @throws IllegalStateException if the value was sealed for another row or with a key that is gone */
    public String open(String sealed, String rowId) {
        try {
            byte[] plain = aead.decrypt(Base64.getDecoder().decode(sealed), rowId.getBytes(StandardCharsets.UTF_8));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed with a key that this deployment's keyset does not hold", e);
        }
    }
}
