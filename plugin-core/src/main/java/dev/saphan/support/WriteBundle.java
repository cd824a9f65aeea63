/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import dev.saphan.configuration.KnownSecrets;
import dev.saphan.redaction.Redactor;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bundle as a zip, file by file while it is read.
 *
 * <ol>
 *   <li>Each part leaves out what it knows to be secret or personal.
 *   <li>Its text goes through the {@link Redactor}: whatever looks like a secret or like personal data is taken out.
 *   <li>Every secret of this installation is searched for as it is, and taken out.
 * </ol>
 */
@Wired
public class WriteBundle {

    private static final Logger LOG = Logger.getLogger(WriteBundle.class.getName());

    private final List<BundlePart> parts;
    private final KnownSecrets secrets;

    @Inject
    WriteBundle(@Any Instance<BundlePart> parts, KnownSecrets secrets) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(BundlePart::name)).toList();
        this.secrets = secrets;
    }

    /** Call it outside any transaction. */
    public void write(BundleRequest request, OutputStream out) throws IOException {
        Set<String> known = secrets.all();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (BundlePart part : parts) {
            write(part.name(), text(part, request), known, zip);
        }
        for (Map.Entry<String, String> checklist : request.checklists().entrySet()) {
            write(checklist.getKey(), checklist.getValue(), known, zip);
        }
        zip.finish();
        zip.flush();
    }

    private static void write(String name, String text, Set<String> known, ZipOutputStream zip) throws IOException {
        String shown = KnownSecrets.remove(known, Redactor.redactText(KnownSecrets.remove(known, text)));
        zip.putNextEntry(new ZipEntry(name));
        zip.write(shown.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.flush();
    }

    private static String text(BundlePart part, BundleRequest request) {
        try {
            return part.text(request);
        } catch (Exception e) {
            LOG.log(Level.WARNING, e, () -> "A part of a support bundle could not be read: " + part.name());
            return "This part could not be read: " + e.getClass().getSimpleName() + "\n";
        }
    }
}
