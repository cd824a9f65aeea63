/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.web.page.PageProblemMapper;
import dev.saphan.web.page.ReturnResource;
import dev.saphan.web.ratelimit.RateLimitHeaders;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Where wallets send shoppers back to. */
@ApplicationPath("/return")
public class ReturnApplication extends PluginApplication {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RateLimitHeaders.class, ReturnResource.class, PageProblemMapper.class);
    }
}
