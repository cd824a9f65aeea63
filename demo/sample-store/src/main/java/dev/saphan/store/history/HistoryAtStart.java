/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.history;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks for a history when the store starts. A file that is not there is none. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class HistoryAtStart {

    private static final Logger LOG = Logger.getLogger(HistoryAtStart.class.getName());

    @Inject
    private ImportHistory importHistory;

    @Inject
    @ConfigProperty(name = "store.history-file")
    private Optional<String> file;

    @PostConstruct
    void read() {
        file.map(Path::of).filter(Files::exists).ifPresent(found -> {
            int orders = importHistory.read(found);
            LOG.log(Level.INFO, "{0} orders of the past were entered", orders);
        });
    }
}
