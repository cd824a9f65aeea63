/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

/** One of several things to look at. */
public record Choice(String value, String label, String address, boolean current) {}
