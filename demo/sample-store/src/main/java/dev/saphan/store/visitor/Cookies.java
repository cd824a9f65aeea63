/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.visitor;

import dev.saphan.store.region.Region;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/** The cookies the shop sets. None can be read by scripts, none is sent along with another site's form. */
public final class Cookies {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    private Cookies() {}

    public static NewCookie language(Language language) {
        return cookie(Visitor.LANGUAGE, language.tag(), A_YEAR);
    }

    public static NewCookie region(Region region) {
        return cookie(Visitor.REGION, region.country(), A_YEAR);
    }

    public static NewCookie cart(String id) {
        return cookie(Visitor.CART, id, A_MONTH);
    }

    /** Leads back to the order after a closed tab. */
    public static NewCookie order(String token) {
        return cookie(Visitor.ORDER, token, A_MONTH);
    }

    /** A sentence for the next page, by its key in the texts. */
    public static NewCookie notice(String key) {
        return cookie(Visitor.NOTICE, key, A_MOMENT);
    }

    public static NewCookie noticeShown() {
        return cookie(Visitor.NOTICE, "", Duration.ZERO);
    }

    private static NewCookie cookie(String name, String value, Duration life) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.LAX)
                .build();
    }
}
