/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.account;

import dev.saphan.simulator.ledger.Ledger;
import dev.saphan.simulator.ledger.Shelf;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The accounts, found by their keys. */
public final class Accounts {

    private final Ledger ledger;
    private final Shelf<Account> shelf;

    public Accounts(Ledger ledger) {
        this.ledger = ledger;
        this.shelf = ledger.shelf("accounts", Account.class, Account::id);
    }

    public void save(Account account) {
        ledger.change(() -> {
            shelf.put(account);
            return account;
        });
    }

    public Account change(String id, UnaryOperator<Account> change) {
        return ledger.change(() -> {
            Account changed = change.apply(get(id));
            shelf.put(changed);
            return changed;
        });
    }

    public Account get(String id) {
        return shelf.find(id).orElseThrow(() -> new IllegalStateException("no account " + id));
    }

    public List<Account> all() {
        return shelf.all();
    }

    Optional<Account> withSecretKey(String key) {
        return all().stream().filter(account -> account.secretKey().equals(key)).findFirst();
    }

    Optional<Account> withAnyKey(String key) {
        return all().stream()
                .filter(account ->
                        account.secretKey().equals(key) || account.publicKey().equals(key))
                .findFirst();
    }
}
