/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Notes once what Omise writes otherwise than it is known to: the names of fields, never what stands in them. */
final class Oddities {

    private static final Logger LOG = Logger.getLogger(Oddities.class.getName());

    /** All the fields that are read are fewer. */
    private static final int MOST = 200;

    private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

    private Oddities() {}

    /** It is read as if it were not there. */
    static void note(String field) {
        if (NOTED.size() < MOST && NOTED.add(field)) {
            LOG.log(Level.WARNING, "Omise writes {0} in a way that is not known; it is taken as not told", field);
        }
    }

    /** They are left out. */
    static void skipped(String list, int entries) {
        LOG.log(Level.WARNING, "{0} entries of Omise''s list of {1} cannot be read and are left out", new Object[] {
            entries, list
        });
    }
}
