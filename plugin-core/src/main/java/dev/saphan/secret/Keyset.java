/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;

/**
 * The deployment's encryption keys as a Tink keyset in JSON. Several keys may stand in it, the primary one encrypts;
 * that is how it is rotated. All nodes of a deployment share one keyset.
 */
public final class Keyset {

    private Keyset() {}

    /** @throws IllegalArgumentException if the JSON is no keyset for AEAD */
    public static Seal parse(String json) {
        try {
            AeadConfig.register();
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(
                    json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            return new Seal(handle.getPrimitive(RegistryConfiguration.get(), Aead.class), mark(handle));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a Tink keyset for authenticated encryption", e);
        }
    }

    private static byte[] mark(KeysetHandle handle) {
        return handle.getPrimary().getKey() instanceof AeadKey key
                ? key.getOutputPrefix().toByteArray()
                : new byte[0];
    }

    /** A new keyset of one AES-256-GCM key, in JSON. */
    public static String generate() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot generate a key", e);
        }
    }

    /** Empty if there is no such file. */
    public static Optional<Seal> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the keyset file " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is no keyset", e);
        }
    }

    /** Makes the file with a new keyset, readable by its owner only. A file that is already there stays and counts. */
    public static Seal make(Path file) {
        try {
            create(file);
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the keyset file " + file, e);
        }
    }

    /** Whole or not at all, and never for others to read. */
    private static void create(Path file) throws IOException {
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(directory, "keyset", ".draft", ownerOnly(file));
        try {
            Files.writeString(draft, generate());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return; // another node of this machine was first; its keyset is the one
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
                }
                : new FileAttribute<?>[0];
    }
}
