/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.web.problem.AnythingMapper;
import dev.saphan.web.problem.ProblemMapper;
import dev.saphan.web.ratelimit.RateLimitHeaders;
import dev.saphan.web.webhook.WebhookResource;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** What Omise calls. */
@ApplicationPath("/webhooks")
public class WebhookApplication extends PluginApplication {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RateLimitHeaders.class, WebhookResource.class, ProblemMapper.class, AnythingMapper.class);
    }
}
