/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

/**
 * One file of the bundle. It leaves out what is secret or personal as far as it knows; what it gives is redacted once
 * more before it is written.
 */
interface BundlePart {

    /** The file's name, and the order of the files. */
    String name();

    /** @throws Exception if it cannot be read; the other files are written all the same */
    String text(BundleRequest request) throws Exception;
}
