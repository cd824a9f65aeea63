/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.web.page.FormsOnly;
import dev.saphan.web.page.PageProblemMapper;
import dev.saphan.web.page.PayLiveResource;
import dev.saphan.web.page.PayResource;
import dev.saphan.web.page.QrImageResource;
import dev.saphan.web.page.TokenPageFormsFilter;
import dev.saphan.web.ratelimit.RateLimitHeaders;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** What shoppers see. */
@ApplicationPath("/pay")
public class PayApplication extends PluginApplication {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                PayResource.class,
                PayLiveResource.class,
                QrImageResource.class,
                TokenPageFormsFilter.class,
                RateLimitHeaders.class,
                FormsOnly.class,
                PageProblemMapper.class);
    }
}
