/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import java.util.Set;

/**
 * Somebody as an OpenID provider tells of them.
 *
 * @param subject never given to anybody else by that issuer, unlike the name
 * @param groups as the provider calls them; empty if it tells none
 */
public record PersonElsewhere(String issuer, String subject, String name, Set<String> groups) {

    String id() {
        return issuer + " " + subject;
    }
}
