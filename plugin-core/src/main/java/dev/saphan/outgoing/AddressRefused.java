/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.outgoing;

import java.net.UnknownHostException;

/** The host is not to be called: one of its addresses reaches where calls may not go, or it has none. */
public final class AddressRefused extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefused(String why) {
        super(why);
    }
}
