/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Leaves out the tests of a database that is not wanted. Lets none find the clock of the shared plugin where another has
 * put it, nor a limit that another has used up, nor a fault that was meant for another.
 */
public final class FreshStart implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        // before the test's own preparations: what these did not make, they cannot clear away
        test.getTestInstance().ifPresent(FreshStart::assumeWanted);
        TestPlugin.startAfresh();
    }

    private static void assumeWanted(Object test) {
        ReflectionSupport.streamFields(
                        test.getClass(), field -> field.getType() == Database.class, HierarchyTraversalMode.TOP_DOWN)
                .map(field -> ReflectionSupport.tryToReadFieldValue(field, test).toOptional())
                .flatMap(Optional::stream)
                .forEach(database -> ((Database) database).assumeWanted());
    }
}
