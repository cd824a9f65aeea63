/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import jakarta.ws.rs.core.Application;
import java.util.Map;

/** What all applications of the plugin have in common: none of them describes itself to strangers. */
public abstract class PluginApplication extends Application {

    /** Jersey's; others have no such description. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
