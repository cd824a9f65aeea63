/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shipped;

/**
 * A library in one version.
 *
 * @param group empty where an archive does not tell it
 */
public record Component(String group, String name, String version) {

    public String artifact() {
        return group.isEmpty() ? name : group + ":" + name;
    }

    @Override
    public String toString() {
        return artifact() + " " + version;
    }
}
