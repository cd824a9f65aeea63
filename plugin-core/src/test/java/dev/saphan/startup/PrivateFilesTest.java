/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the plugin keeps on disk is for nobody else of that machine. */
@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {

    @TempDir
    Path directory;

    @Test
    void makesItsDirectoryForItselfAlone() throws Exception {
        Path data = directory.resolve("a/b");

        PrivateFiles.keep(data, h2("jdbc:h2:mem:"));

        assertThat(permissions(data)).isEqualTo("rwx------");
    }

    @Test
    void closesWhatStoodOpen() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        DataSource dataSource = h2("jdbc:h2:file:" + elsewhere.resolve("books") + ";WRITE_DELAY=0");
        try (Connection open = dataSource.getConnection()) {
            Path file = elsewhere.resolve("books.mv.db");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

            PrivateFiles.keep(data, dataSource);

            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(open.isValid(1)).isTrue();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static DataSource h2(String url) throws SQLException {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        dataSource.setUser("sa");
        return dataSource;
    }
}
