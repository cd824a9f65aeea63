/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.storefront.StorefrontContact;
import dev.saphan.storefront.StorefrontContact.Contact;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Duration;

/** The storefront is there and takes what it is told. */
@Wired
class StorefrontCheck implements ReadinessCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StorefrontContact storefronts;

    @Inject
    StorefrontCheck(StorefrontContact storefronts) {
        this.storefronts = storefronts;
    }

    @Override
    public String code() {
        return "storefront";
    }

    @Override
    public Area area() {
        return Area.STOREFRONT;
    }

    @Override
    public Finding look(Subject subject) {
        return judge(storefronts.of(subject.store(), subject.mode(), PATIENCE));
    }

    static Finding judge(Contact contact) {
        if (!contact.expected()) {
            return Finding.warning("not_told");
        }
        if (!contact.present()) {
            return Finding.failed("absent");
        }
        if (contact.trouble().isPresent()) {
            return Finding.failed("unreachable", contact.trouble().get());
        }
        if (contact.inVain() > 0) {
            return Finding.failed("not_taking", contact.inVain(), contact.lastAnswer());
        }
        return contact.lastTaken().map(at -> Finding.passed("takes", at)).orElse(Finding.unknown("untold"));
    }
}
