/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.secret.Secret;
import java.util.Optional;

/**
 * Through which server mail is sent.
 *
 * @param user empty where the server asks for none
 * @param from the sender's address
 */
public record MailServer(
        String host, int port, Encryption encryption, Optional<String> user, Optional<Secret> password, String from) {

    /** How the connection is kept secret. */
    public enum Encryption {
        /** Begun in the clear and then required; the usual one, on port 587. */
        STARTTLS,
        /** From the first byte on, on port 465. */
        TLS,
        /** For a server on the same machine. */
        NONE
    }
}
