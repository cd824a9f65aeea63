/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

/**
 * A page to look at.
 *
 * @param address below {@code /admin/}
 * @param expected what the page must hold
 */
record Task(String name, String address, String expected) {}
