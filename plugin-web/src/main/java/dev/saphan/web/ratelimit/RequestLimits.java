/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.ratelimit;

import dev.saphan.settings.Limits;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * How many requests this node takes. They are there against floods, so each node counts by itself; what must hold for
 * all nodes together is counted in the database.
 */
@Wired
public class RequestLimits {

    private final LocalBuckets keys;
    private final LocalBuckets stores;
    private final LocalBuckets addresses;

    @Inject
    public RequestLimits(Limits limits) {
        this.keys = new LocalBuckets("key", limits.requests().ofAKey());
        this.stores = new LocalBuckets("store", limits.requests().ofAStore());
        this.addresses = new LocalBuckets("address", limits.requests().ofAnAddress());
    }

    /** Of a caller of the API; the permission that was refused, or the key's. */
    public Permission ofApi(String keyHash, String store) {
        Permission ofKey = keys.take(keyHash);
        return ofKey.granted()
                ? Optional.of(stores.take(store))
                        .filter(permission -> !permission.granted())
                        .orElse(ofKey)
                : ofKey;
    }

    /** Of somebody who looks at a page for everybody. */
    public Permission ofAddress(String address) {
        return addresses.take(address);
    }
}
