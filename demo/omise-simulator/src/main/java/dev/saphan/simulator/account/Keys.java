/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.account;

import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Handler;
import dev.saphan.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** HTTP Basic with a key as the user name. The public key opens sources and the capability, nothing else. */
public final class Keys {

    /** Answers a call of an account. */
    @FunctionalInterface
    public interface AccountHandler {
        Answer handle(Account account, Request request);
    }

    private final Accounts accounts;

    public Keys(Accounts accounts) {
        this.accounts = accounts;
    }

    public Handler secret(AccountHandler handler) {
        return request -> handler.handle(
                key(request).flatMap(accounts::withSecretKey).orElseThrow(ApiError::authenticationFailure), request);
    }

    public Handler any(AccountHandler handler) {
        return request -> handler.handle(
                key(request).flatMap(accounts::withAnyKey).orElseThrow(ApiError::authenticationFailure), request);
    }

    /** Omise.js leaves out the colon after the key, and Omise accepts that. */
    private static Optional<String> key(Request request) {
        try {
            return request.header("Authorization")
                    .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                    .map(value -> Base64.getDecoder().decode(value.substring(6).trim()))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .map(text -> text.indexOf(':') < 0 ? text : text.substring(0, text.indexOf(':')));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
