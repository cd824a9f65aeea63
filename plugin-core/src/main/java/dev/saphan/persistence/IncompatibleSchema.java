/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

/** The database was brought to a version that this version of the plugin cannot work with. */
public final class IncompatibleSchema extends IllegalStateException {

    private static final long serialVersionUID = 1;

    IncompatibleSchema(int needed, int known) {
        super("The database says that it works with plugins that know its schema version " + needed
                + " or newer; this one knows " + known + ". Deploy the newer version on this node.");
    }
}
