/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.ws.rs.ApplicationPath;
import org.junit.jupiter.api.Test;

/** No application tells strangers what it has. */
class PluginApplicationTest {

    @Test
    void everyApplicationIsOneOfThePlugins() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.saphan.web");

        ArchRuleDefinition.classes()
                .that()
                .areAnnotatedWith(ApplicationPath.class)
                .should()
                .beAssignableTo(PluginApplication.class)
                .check(classes);
    }

    @Test
    void describesNothing() {
        assertThat(new ApiApplication().getProperties()).containsEntry("jersey.config.server.wadl.disableWadl", true);
        assertThat(new WebhookApplication().getProperties())
                .containsEntry("jersey.config.server.wadl.disableWadl", true);
    }
}
