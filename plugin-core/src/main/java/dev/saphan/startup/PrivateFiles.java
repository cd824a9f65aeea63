/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Leaves the data directory, and the files of an H2 database, to the account that the server runs as. Where the file system
 * knows no POSIX permissions, nothing is done.
 */
final class PrivateFiles {

    private static final Logger LOG = Logger.getLogger(PrivateFiles.class.getName());
    private static final Pattern H2 = Pattern.compile("jdbc:h2:(?:file:)?([^;]+).*");
    private static final List<String> ENDINGS = List.of(".mv.db", ".trace.db");
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ENTERS = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /**
     * Makes the directory if it is not there. What belongs to another account stays as it is, with a warning in the log.
     */
    static void keep(Path dataDirectory, DataSource dataSource) {
        try {
            Files.createDirectories(dataDirectory);
            if (!Files.getFileStore(dataDirectory).supportsFileAttributeView("posix")) {
                return;
            }
            Files.setPosixFilePermissions(dataDirectory, OWNER_ENTERS);
            for (Path file : databaseFiles(dataSource)) {
                Files.setPosixFilePermissions(file, OWNER);
            }
        } catch (IOException e) {
            // such as on a volume that another account owns and this one's group may write to
            LOG.log(
                    Level.WARNING,
                    "Others may read the data directory, its permissions cannot be set: {0}",
                    e.getMessage());
        }
    }

    private static List<Path> databaseFiles(DataSource dataSource) {
        return file(dataSource).stream()
                .flatMap(base -> ENDINGS.stream().map(ending -> Path.of(base + ending)))
                .filter(Files::exists)
                .toList();
    }

    private static Optional<String> file(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Matcher url = H2.matcher(connection.getMetaData().getURL());
            return url.matches()
                    ? Optional.of(url.group(1))
                            .map(base ->
                                    base.startsWith("~") ? System.getProperty("user.home") + base.substring(1) : base)
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
