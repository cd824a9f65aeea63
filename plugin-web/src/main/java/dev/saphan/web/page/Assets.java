/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.secret.Digests;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of our own styles, scripts and pictures. Each names its content, so that browsers may keep it for good. */
@Wired
public class Assets {

    private final ServletContext context;
    private final Deployment deployment;
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    @Inject
    Assets(ServletContext context, Deployment deployment) {
        this.context = context;
        this.deployment = deployment;
    }

    /** @param name below {@code /assets/} */
    public String address(String name) {
        return deployment.publicUrl().getRawPath() + "/assets/" + name + "?v="
                + versions.computeIfAbsent(name, this::version);
    }

    /** The icon of a method; an integrator's own method may have none. */
    public String icon(String methodCode) {
        String name = "methods/" + methodCode + ".svg";
        return address(exists(name) ? name : "methods/other.svg");
    }

    private boolean exists(String name) {
        try (InputStream content = context.getResourceAsStream("/assets/" + name)) {
            return content != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String version(String name) {
        try (InputStream content = context.getResourceAsStream("/assets/" + name)) {
            if (content == null) {
                throw new IllegalStateException("No asset " + name);
            }
            return Digests.sha256(content.readAllBytes()).substring(0, 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
