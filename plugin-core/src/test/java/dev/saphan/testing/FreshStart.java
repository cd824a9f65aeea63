/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets no test find the clock of the shared plugin where another has put it, nor a limit that another has used up. */
public final class FreshStart implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        TestPlugin.startAfresh();
    }
}
