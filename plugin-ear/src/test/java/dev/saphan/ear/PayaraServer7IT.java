/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import dev.saphan.simulator.OmiseSimulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** The EAR as it is built, on Payara Server 7 (Jakarta EE 11) with PostgreSQL. */
class PayaraServer7IT extends ServerSmoke {

    private @Nullable EmbeddedPostgres postgres;
    private @Nullable PayaraServer server;

    @Override
    URI start(OmiseSimulator omise) throws IOException {
        Jdk jdk = Jdk.atLeast(21);
        EmbeddedPostgres database = EmbeddedPostgres.builder().start();
        postgres = database;
        PayaraServer started = new PayaraServer(
                TARGET,
                "payara7",
                jdk,
                Shop.withAdmin(Shop.onPostgres(
                        omise,
                        Files.createTempDirectory(TARGET, "server7-data"),
                        database.getJdbcUrl("postgres", "postgres"))));
        server = started;
        started.start();
        started.deploy(TARGET.resolve("saphan.ear"));
        return URI.create(started.url() + "/payments/");
    }

    @Override
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
