/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

/** What people may do. */
public final class Roles {

    /** Sees payments. */
    public static final String VIEWER = "viewer";
    /** Takes payments at the counter. */
    public static final String CASHIER = "cashier";
    /** Asks for refunds. */
    public static final String REFUNDER = "refunder";
    /** Approves refunds of others. */
    public static final String APPROVER = "approver";
    /** Everything, settings included. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
