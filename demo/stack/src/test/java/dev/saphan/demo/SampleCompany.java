/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import java.net.InetAddress;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** An OpenID provider with a page of its own, at which anybody is whoever they say. */
final class SampleCompany {

    private SampleCompany() {}

    /** Answers its issuer. It ends with this process. */
    static String start() {
        MockOAuth2Server server = new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server.issuerUrl("company").toString();
    }
}
