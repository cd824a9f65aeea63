/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.AccountEndpoints;
import dev.saphan.simulator.account.Accounts;
import dev.saphan.simulator.account.Keys;
import dev.saphan.simulator.account.SecureAddress;
import dev.saphan.simulator.charge.ChargeEndpoints;
import dev.saphan.simulator.charge.Charges;
import dev.saphan.simulator.charge.CreateRefund;
import dev.saphan.simulator.charge.DocumentEndpoints;
import dev.saphan.simulator.charge.PastEvents;
import dev.saphan.simulator.charge.Refund;
import dev.saphan.simulator.charge.RefundEndpoints;
import dev.saphan.simulator.charge.RememberCharges;
import dev.saphan.simulator.charge.ScannedCodes;
import dev.saphan.simulator.charge.SearchEndpoint;
import dev.saphan.simulator.charge.SourceEndpoints;
import dev.saphan.simulator.charge.Sources;
import dev.saphan.simulator.code.PaymentCodes;
import dev.saphan.simulator.control.Bookkeeper;
import dev.saphan.simulator.control.ControlEndpoints;
import dev.saphan.simulator.control.HistoryEndpoint;
import dev.saphan.simulator.control.LossEndpoints;
import dev.saphan.simulator.dashboard.ChargePageEndpoints;
import dev.saphan.simulator.dashboard.DashboardEndpoints;
import dev.saphan.simulator.dashboard.FaultPageEndpoints;
import dev.saphan.simulator.event.EventEndpoints;
import dev.saphan.simulator.event.Events;
import dev.saphan.simulator.event.Webhooks;
import dev.saphan.simulator.fault.Faults;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.http.Server;
import dev.saphan.simulator.ledger.Ledger;
import dev.saphan.simulator.method.Methods;
import dev.saphan.simulator.page.Assets;
import dev.saphan.simulator.page.Pages;
import dev.saphan.simulator.wallet.AuthorizeEndpoints;
import dev.saphan.simulator.wallet.CodeEndpoints;
import dev.saphan.simulator.wallet.WalletEndpoints;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Puts the simulator together. */
final class Parts implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Parts.class.getName());

    final String accountId;
    final URI publicUrl;
    final Server server;
    final Methods methods;
    final Accounts accounts;
    final Faults faults = new Faults();
    final RequestLog requests = new RequestLog();
    final Events events;
    final Webhooks webhooks;
    final Charges charges;
    final PaymentCodes codes;
    final Bookkeeper bookkeeper;
    private final Ledger ledger;
    private final CreateRefund createRefund;
    private final ScheduledFuture<?> tick;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(Parts::daemon);

    Parts(OmiseSimulatorBuilder settings) {
        Clock clock = settings.clock;
        ledger = settings.dataFile == null ? Ledger.inMemory() : Ledger.inFile(settings.dataFile);
        methods = settings.methods;
        accounts = new Accounts(ledger);
        accountId = settings.account.id();
        accounts.save(settings.account);
        events = new Events(ledger, clock);
        webhooks = new Webhooks(accounts, events, faults, clock);
        codes = new PaymentCodes(ledger, clock);
        Routes routes = new Routes();
        server = new Server(settings.port, routes, clock, requests::add, faults::strike);
        publicUrl = settings.publicUrl == null ? URI.create("http://localhost:" + server.port()) : settings.publicUrl;
        charges = new Charges(
                ledger,
                clock,
                accounts,
                events,
                webhooks,
                methods,
                publicUrl,
                settings.expiryEvents,
                settings.expiryDelay);
        createRefund = new CreateRefund(charges, methods, clock, settings.refundsStayPending);
        bookkeeper = new Bookkeeper(charges, events);
        addRoutes(routes, settings);
        tick = ticks.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        server.start();
        webhooks.sendOwed();
        new ScannedCodes(charges, codes, methods).settleAll();
    }

    private void addRoutes(Routes routes, OmiseSimulatorBuilder settings) {
        Clock clock = settings.clock;
        Keys keys = new Keys(accounts);
        SecureAddress addresses = new SecureAddress(settings.allowLoopbackHttp);
        Sources sources = new Sources(ledger);
        ScannedCodes scanned = new ScannedCodes(charges, codes, methods);
        new ChargeEndpoints(charges, sources, codes, scanned, methods, addresses, clock).addTo(routes, keys);
        new RefundEndpoints(charges, createRefund, clock).addTo(routes, keys);
        new SourceEndpoints(sources, charges, methods, clock).addTo(routes, keys);
        new DocumentEndpoints(charges, publicUrl, clock).addTo(routes, keys);
        new EventEndpoints(events, new PastEvents(charges), clock).addTo(routes, keys);
        new AccountEndpoints(accounts, methods, addresses).addTo(routes, keys);
        new SearchEndpoint(charges, clock, settings.searchLag).addTo(routes, keys);
        addPages(routes);
        new ControlEndpoints(bookkeeper, faults, charges, codes).addTo(routes);
        new LossEndpoints(charges).addTo(routes);
        new HistoryEndpoint(new RememberCharges(charges, events, methods), accounts, accountId).addTo(routes);
    }

    private void addPages(Routes routes) {
        Pages pages = new Pages();
        new Assets().addTo(routes);
        new WalletEndpoints(pages, charges, methods, accounts).addTo(routes);
        new CodeEndpoints(pages, charges, methods, accounts, codes).addTo(routes);
        new AuthorizeEndpoints(pages, charges, methods, accounts).addTo(routes);
        new DashboardEndpoints(pages, charges, events).addTo(routes);
        new ChargePageEndpoints(pages, charges, createRefund, methods, events, webhooks).addTo(routes);
        new FaultPageEndpoints(pages, faults).addTo(routes);
    }

    Refund refund(String chargeId, long amount) {
        JsonObject params = new JsonObject();
        params.addProperty("amount", amount);
        return createRefund.create(chargeId, new Params(params));
    }

    /** An exception would end the ticking. */
    private void tick() {
        try {
            charges.expireDue();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "could not expire what is due", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "omise-simulator-clock");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        tick.cancel(false);
        ticks.shutdownNow();
        server.close();
        ledger.close();
    }
}
