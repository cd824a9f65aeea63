/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.caller;

import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores.ApiCaller;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The store and mode whose API key the request carries. */
@RequestScoped
public class Caller {

    private @Nullable ApiCaller caller;
    private String keyHash = "";

    void is(ApiCaller authenticated, String hashOfKey) {
        caller = authenticated;
        keyHash = hashOfKey;
    }

    /** SHA-256 of the key that was sent. */
    String keyHash() {
        return keyHash;
    }

    public Store store() {
        return authenticated().store();
    }

    public Mode mode() {
        return authenticated().mode();
    }

    private ApiCaller authenticated() {
        if (caller == null) {
            throw new IllegalStateException("The request was not authenticated");
        }
        return caller;
    }
}
