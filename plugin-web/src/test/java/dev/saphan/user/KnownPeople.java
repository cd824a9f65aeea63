/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** People without a database. */
public final class KnownPeople extends SignIn {

    private final Map<String, Identity> byName = new HashMap<>();

    public KnownPeople() {
        super(null, null, null, null, null, null);
    }

    /** Somebody whose password is this many times another. */
    public Identity know(String name, int sessionEpoch) {
        Identity identity = new Identity(name, Grants.NONE, sessionEpoch, false, false);
        byName.put(name, identity);
        return identity;
    }

    public void disable(String name) {
        byName.remove(name);
    }

    @Override
    public Optional<Identity> current(String name, int sessionEpoch) {
        return Optional.ofNullable(byName.get(name)).filter(known -> known.sessionEpoch() == sessionEpoch);
    }
}
