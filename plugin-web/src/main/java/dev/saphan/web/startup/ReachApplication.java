/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.web.problem.AnythingMapper;
import dev.saphan.web.problem.ProblemMapper;
import dev.saphan.web.reach.ReachResource;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** What the plugin calls itself, by its public address. */
@ApplicationPath("/reach")
public class ReachApplication extends PluginApplication {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ReachResource.class, ProblemMapper.class, AnythingMapper.class);
    }
}
