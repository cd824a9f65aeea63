/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends again what was not answered and gives up orders nobody ever paid, also those of before a crash. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class UnfinishedBusiness {

    private static final Logger LOG = Logger.getLogger(UnfinishedBusiness.class.getName());
    private static final int AT_ONCE = 20;

    @Inject
    private PaymentStarts starts;

    @Inject
    private SendStart sendStart;

    @Inject
    private GiveUpUnpaid giveUpUnpaid;

    @Inject
    private PaymentsConnection connection;

    @Inject
    @ConfigProperty(name = "store.payments.signing-secret", defaultValue = "none")
    private String signingSecret;

    @PostConstruct
    void tell() {
        LOG.info(() -> "payments are asked for at " + connection.api());
        if (connection.apiKey().isEmpty()) {
            LOG.warning("store.payments.api-key is not set: no payment can be started");
        }
        if ("none".equals(signingSecret)) {
            LOG.warning("store.payments.signing-secret is not set: every command will be answered with 401");
        }
    }

    @Schedule(second = "*/5", minute = "*", hour = "*", persistent = false)
    void sendAgain() {
        try {
            starts.due(AT_ONCE).forEach(sendStart::send);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "unanswered payments could not be sent again; next try in seconds", e);
        }
    }

    @Schedule(second = "30", minute = "*", hour = "*", persistent = false)
    void giveUp() {
        try {
            giveUpUnpaid.due(AT_ONCE);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "unpaid orders could not be given up; next try in a minute", e);
        }
    }
}
