/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.audit;

/**
 * @param name of the person who signed in, or {@code saphan} for what the plugin does by itself
 * @param address the network address that the request came from; empty without one
 */
public record Who(String name, String address) {

    /** The plugin itself. */
    public static final Who SAPHAN = new Who("saphan", "");
}
