/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;

/** What a test asks of a plugin, be it one with a database or {@link PluginInMemory}. */
public interface SomePlugin {

    <T> T get(Class<T> type);

    Transactions transactions();

    Store store();

    Mode mode();
}
