/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.web.caller.ApiKeyFilter;
import dev.saphan.web.caller.ApiLimitFilter;
import dev.saphan.web.json.VaryByLanguage;
import dev.saphan.web.json.WireProvider;
import dev.saphan.web.method.PaymentMethodResource;
import dev.saphan.web.payment.PaymentResource;
import dev.saphan.web.problem.AnythingMapper;
import dev.saphan.web.problem.ProblemMapper;
import dev.saphan.web.ratelimit.RateLimitHeaders;
import dev.saphan.web.refund.RefundResource;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** The API for storefronts: everything here needs an API key. */
@ApplicationPath("/api")
public class ApiApplication extends PluginApplication {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                PaymentMethodResource.class,
                PaymentResource.class,
                RefundResource.class,
                ApiKeyFilter.class,
                ApiLimitFilter.class,
                RateLimitHeaders.class,
                WireProvider.class,
                VaryByLanguage.class,
                ProblemMapper.class,
                AnythingMapper.class);
    }
}
