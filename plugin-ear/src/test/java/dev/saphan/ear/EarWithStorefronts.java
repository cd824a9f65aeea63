/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import dev.saphan.ear.adapter.Kiosk;
import dev.saphan.ear.shop.CornerShop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it is built, with an integrator's additions: a war with a storefront, and an adapter in {@code lib/}. */
final class EarWithStorefronts {

    private static final String DESCRIPTOR = "META-INF/application.xml";

    private EarWithStorefronts() {}

    /** The storefront's module comes last: it registers when the plugin runs already. */
    static Path in(Path target) throws IOException {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "saphan.ear")
                .importFrom(target.resolve("saphan.ear").toFile())
                .as(EnterpriseArchive.class);
        ear.addAsModule(ShrinkWrap.create(WebArchive.class, "corner-shop.war").addClass(CornerShop.class))
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "kiosk.jar").addClass(Kiosk.class));
        ear.add(new StringAsset(withCornerShop(ear)), DESCRIPTOR);
        Path made = target.resolve("saphan-with-storefronts.ear");
        ear.as(ZipExporter.class).exportTo(made.toFile(), true);
        return made;
    }

    private static String withCornerShop(EnterpriseArchive ear) throws IOException {
        try (InputStream descriptor = ear.delete(DESCRIPTOR).getAsset().openStream()) {
            return new String(descriptor.readAllBytes(), StandardCharsets.UTF_8).replace("</web>\n  </module>", """
                    </web>
                      </module>
                      <module>
                        <web>
                          <web-uri>corner-shop.war</web-uri>
                          <context-root>/corner-shop</context-root>
                        </web>
                      </module>""");
        }
    }
}
