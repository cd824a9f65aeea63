/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.web.counter.CounterListResource;
import dev.saphan.web.counter.CounterLiveResource;
import dev.saphan.web.counter.CounterPaymentResource;
import dev.saphan.web.counter.CounterStateResource;
import dev.saphan.web.page.FormsOnly;
import dev.saphan.web.page.OwnFormsFilter;
import dev.saphan.web.page.PageProblemMapper;
import dev.saphan.web.security.RoleNeededMapper;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** What cashiers see. */
@ApplicationPath("/counter")
public class CounterApplication extends PluginApplication {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                CounterListResource.class,
                CounterStateResource.class,
                CounterPaymentResource.class,
                CounterLiveResource.class,
                OwnFormsFilter.class,
                FormsOnly.class,
                PageProblemMapper.class,
                RoleNeededMapper.class);
    }
}
