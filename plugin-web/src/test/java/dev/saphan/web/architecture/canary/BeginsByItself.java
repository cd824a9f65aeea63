/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.architecture.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** Is made, with all that it needs, before anybody looked at the configuration. */
class BeginsByItself {

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {}
}
