/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import java.util.List;

/**
 * One page of a list of the gateway's.
 *
 * @param total how many the whole list has
 * @param skipped how many entries of this page could not be read, and are not among these
 */
public record Listed<T>(List<T> entries, int total, int skipped) {

    /** How many entries the page has, readable or not. */
    public int size() {
        return entries.size() + skipped;
    }
}
