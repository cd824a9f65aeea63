/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.shipped.Archive;
import dev.saphan.shipped.BillOfMaterials;
import dev.saphan.shipped.Component;
import dev.saphan.shipped.KnownVulnerabilities;
import dev.saphan.shipped.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the archives: each library once, all of it in the bill of materials, none with an open vulnerability. */
class ShippedIT {

    private static final Path ROOT = Path.of(System.getProperty("saphan.root"));
    private static final Path TARGET = Path.of(System.getProperty("saphan.target"));
    private static final Path EAR = TARGET.resolve("saphan.ear");
    private static final Path WAR = ROOT.resolve("plugin-web/target/payments.war");
    private static final Path BILL = TARGET.resolve("saphan-bom.json");

    /** What the plugin adds to the runnable jar; the rest of it is Payara's. */
    private static final String DEPLOYED = "MICRO-INF/deploy/";

    @ParameterizedTest
    @CsvSource({"saphan.ear,''", "../../plugin-web/target/payments.war,''", "saphan-payara-micro.jar," + DEPLOYED})
    void holdsEachLibraryOnce(String archive, String folder) throws IOException {
        List<Component> libraries = Archive.libraries(TARGET.resolve(archive), entry -> entry.startsWith(folder));

        assertThat(libraries).hasSizeGreaterThan(20);
        assertThat(Archive.doubles(libraries)).isEmpty();
    }

    /** On Payara Micro the server's own libraries come first: another version beside them would never be used. */
    @Test
    void bringsNoLibraryInAnotherVersionThanTheServerBeneath() throws IOException {
        Path jar = TARGET.resolve("saphan-payara-micro.jar");
        Map<String, List<String>> ofServer =
                Archive.libraries(jar, entry -> entry.startsWith("MICRO-INF/runtime/")).stream()
                        .filter(library -> !library.version().isEmpty())
                        .collect(Collectors.groupingBy(
                                Component::name, Collectors.mapping(Component::version, Collectors.toList())));

        assertThat(Archive.libraries(jar, entry -> entry.startsWith(DEPLOYED)))
                .filteredOn(library -> ofServer.containsKey(library.name()))
                .allMatch(library -> ofServer.get(library.name()).contains(library.version()));
    }

    @Test
    void standsInTheBillOfMaterialsAndNothingElseDoes() throws IOException {
        List<String> bill = BillOfMaterials.read(BILL).stream()
                .map(ShippedIT::nameAndVersion)
                .toList();

        assertThat(names(WAR)).containsExactlyInAnyOrderElementsOf(bill);
        assertThat(names(EAR)).containsExactlyInAnyOrderElementsOf(bill);
    }

    @Test
    void hasNoKnownVulnerabilityThatNobodyHasAccepted() throws IOException {
        KnownVulnerabilities known = KnownVulnerabilities.read(ROOT.resolve("build/known-vulnerabilities.json"));
        List<Component> components = new ArrayList<>(BillOfMaterials.read(BILL));
        components.addAll(known.platform());

        // overdue ones are the command's business: a build of the past must not turn red by itself
        assertThat(Review.of(components, known.all(), LocalDate.EPOCH))
                .isNotEmpty()
                .filteredOn(review -> review.standing() == Review.Standing.OPEN)
                .isEmpty();
    }

    @Test
    void listsThePlatformThatTheTestsRunOn() throws IOException {
        assertThat(KnownVulnerabilities.read(ROOT.resolve("build/known-vulnerabilities.json"))
                        .platform())
                .filteredOn(component -> component.artifact().equals("fish.payara:payara"))
                .extracting(Component::version)
                .containsExactlyInAnyOrder(System.getProperty("payara.version"), System.getProperty("payara7.version"));
    }

    private static List<String> names(Path archive) throws IOException {
        return Archive.libraries(archive, entry -> true).stream()
                .map(ShippedIT::nameAndVersion)
                .toList();
    }

    /** Some jars do not tell their group, and some file names have a classifier. */
    private static String nameAndVersion(Component component) {
        return component.name() + " " + component.version().replace("-jakarta", "");
    }
}
