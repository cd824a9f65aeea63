/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.saphan.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("dev.saphan.simulator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule IT_KNOWS_NO_JAKARTA_EE =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta..", "javax.servlet..", "javax.ws..");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_PAGES = noClasses()
            .that()
            .resideInAnyPackage("..charge..", "..event..", "..account..", "..ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..wallet..", "..dashboard..", "..page..");
}
