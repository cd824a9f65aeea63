/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.saphan.store", importOptions = DoNotIncludeTests.class)
class StoreArchitectureTest {

    /** The store proves the contract from outside: it may not know one class of the plugin. */
    @ArchTest
    static final ArchRule KNOWS_THE_PLUGIN_BY_ITS_CONTRACT_ONLY = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.saphan..").and(not(resideInAPackage("dev.saphan.store.."))));

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("dev.saphan.store.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MONEY_KNOWS_THE_JDK_ONLY = noClasses()
            .that()
            .resideInAPackage("dev.saphan.store.money")
            .should()
            .dependOnClassesThat(not(resideInAPackage("java.."))
                    .and(not(resideInAPackage("dev.saphan.store.money")))
                    .and(not(resideInAPackage("org.jspecify.."))));

    @ArchTest
    static final ArchRule NO_FLOATING_POINT = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(double.class, float.class, Double.class, Float.class);
}
