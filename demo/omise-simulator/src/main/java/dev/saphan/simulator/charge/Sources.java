/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.ledger.Ledger;
import dev.saphan.simulator.ledger.Shelf;
import java.util.Optional;

/** The sources of all accounts. {@link #put} belongs into a change of the ledger. */
public final class Sources {

    private final Ledger ledger;
    private final Shelf<Source> shelf;

    public Sources(Ledger ledger) {
        this.ledger = ledger;
        this.shelf = ledger.shelf("sources", Source.class, Source::id);
    }

    Optional<Source> find(Account account, String id) {
        return shelf.find(id).filter(source -> source.account().equals(account.id()));
    }

    void put(Source source) {
        shelf.put(source);
    }

    Source save(Source source) {
        return ledger.change(() -> {
            shelf.put(source);
            return source;
        });
    }
}
