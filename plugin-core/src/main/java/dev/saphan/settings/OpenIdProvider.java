/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where people sign in if not with a password here: an OpenID Connect 1.0 provider.
 *
 * @param issuer exactly as it calls itself
 * @param clientSecret empty for a public client; the code is bound to the browser by PKCE either way
 * @param scopes asked for, {@code openid} among them
 * @param nameClaim what tells the name of a person
 * @param rolesClaim what tells their groups; empty if admins give roles here
 * @param roles by group, such as {@code admin} or {@code cashier@shop, viewer}
 * @param label what the button calls it
 * @param only whether nobody signs in with a password any more
 */
public record OpenIdProvider(
        String issuer,
        String clientId,
        Optional<Secret> clientSecret,
        List<String> scopes,
        String nameClaim,
        Optional<String> rolesClaim,
        Map<String, String> roles,
        String label,
        boolean only) {}
