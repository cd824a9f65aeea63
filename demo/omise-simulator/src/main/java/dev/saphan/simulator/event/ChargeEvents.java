/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import dev.saphan.simulator.account.Account;
import java.util.List;
import java.util.Optional;

/** What charges know of events beside those that are kept in the list of all. */
public interface ChargeEvents {

    /** Those of a charge; empty if the account has no such charge. */
    Optional<List<Event>> earlier(Account account, String charge);

    Optional<Event> find(Account account, String id);
}
