/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.job.Job;
import dev.saphan.job.JobRunner;
import dev.saphan.job.Jobs;
import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Digests;
import dev.saphan.secret.Keyset;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.simulator.OmiseSimulator;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.storefront.Storefronts;
import dev.saphan.user.CheapPasswords;
import dev.saphan.user.Passwords;
import dev.saphan.webhook.InboundEvent;
import dev.saphan.webhook.InboundEvents;
import dev.saphan.webhook.ReceiveWebhook;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * The whole core on a real database against the simulator over HTTP, without a container. One per database for all
 * tests: each test uses orders of its own. Its webhooks arrive by a small HTTP server.
 */
public final class TestPlugin implements SomePlugin {

    public static final String API_KEY = "test-api-key";
    public static final StoreId STORE = new StoreId("shop");

    /**
     * On the same account, but gives back at once whatever comes late or twice, and calls other limits of atome_qr its own
     * than Omise does. */
    private static final StoreId STRICT = new StoreId("strict");

    /** On the same account, but people need a second one above 1,000 baht, and refunders have 2,000 a day. */
    private static final StoreId GUARDED = new StoreId("guarded");

    private static final Map<Database, TestPlugin> RUNNING = new EnumMap<>(Database.class);

    private final TestClock clock = new TestClock();
    private final RecordingStorefront storefront = new RecordingStorefront();
    private final OmiseSimulator omise;
    private final WeldContainer beans;

    private TestPlugin(Database database) {
        this(database::open);
    }

    /** One of its own, which nobody else has left something in. */
    public TestPlugin(Supplier<DataSource> database) {
        WebhookDoor door = new WebhookDoor();
        omise = OmiseSimulator.builder()
                .allowLoopbackHttp(true)
                .clock(clock)
                .webhookEndpoint(door.address())
                .start();
        beans = new Weld()
                .addBeanClass(TestBeans.class)
                .addBeanClass(FailingJob.class)
                .addExtension(new WithoutContainer(
                        new TestBeans.Setting(
                                database, config(omise.url()), clock, Keyset.parse(Keyset.generate()), Steps.NONE),
                        Map.of(Passwords.class, CheapPasswords.make())))
                .initialize();
        get(Storefronts.class).register(STORE, storefront);
        get(Storefronts.class).register(STRICT, storefront);
        get(Storefronts.class).register(GUARDED, storefront);
        door.leadsTo(get(ReceiveWebhook.class), store());
        get(JobRunner.class).start(Executors.defaultThreadFactory());
    }

    /** The one that all tests share. {@link FreshStart} sets it right before each of them. */
    public static synchronized TestPlugin on(Database database) {
        return RUNNING.computeIfAbsent(database, TestPlugin::new);
    }

    /** Sets those that run to the time that it is, since work is taken by the real clock, and holds nobody up. */
    static synchronized void startAfresh() {
        RUNNING.values().forEach(TestPlugin::forget);
    }

    private void forget() {
        clock.reset();
        omise.faults().clear();
        transactions()
                .run(() -> entities()
                        .createQuery("delete from SharedBucket b where b.key <> 'new'")
                        .executeUpdate());
    }

    @Override
    public <T> T get(Class<T> type) {
        return beans.select(type).get();
    }

    @Override
    public Transactions transactions() {
        return get(Transactions.class);
    }

    public EntityManager entities() {
        return beans.select(EntityManager.class, new AnnotationLiteral<PluginData>() {})
                .get();
    }

    @Override
    public Store store() {
        return get(Stores.class).get(STORE);
    }

    public Store strictStore() {
        return get(Stores.class).get(STRICT);
    }

    public Store guardedStore() {
        return get(Stores.class).get(GUARDED);
    }

    @Override
    public Mode mode() {
        return Mode.TEST;
    }

    public OmiseSimulator omise() {
        return omise;
    }

    public RecordingStorefront storefront() {
        return storefront;
    }

    public TestClock clock() {
        return clock;
    }

    /**
     * From now on Omise sends no webhooks, and those that it sent about a charge have been worked on: what a test says next
     * about it is the last word.
     */
    public void hush(Store store, String charge) {
        omise.faults().add(Fault.of(FaultKind.DROP_WEBHOOK).times(Integer.MAX_VALUE));
        omise.awaitWebhooks(Duration.ofSeconds(20));
        eventually(() -> assertThat(
                        transactions().call(() -> get(InboundEvents.class).about(store.id(), charge)))
                .allMatch(InboundEvent::isProcessed));
    }

    /** Whether that work waits or runs. */
    public boolean isQueued(String job, String id) {
        return get(Jobs.class).due(job, id).isPresent();
    }

    /** One run of that kind of work, now, whatever is entered for it. */
    public Job.Next run(String job, String id) {
        return beans.select(Job.class).stream()
                .filter(found -> found.name().equals(job))
                .findFirst()
                .orElseThrow()
                .run(id);
    }

    private static Config config(URI omise) {
        Map<String, String> settings = new HashMap<>();
        settings.put("saphan.public-url", "https://pay.example/payments");
        settings.put("saphan.omise.url", omise.toString());
        settings.put("saphan.omise.write-timeout", "PT20S");
        settings.put("saphan.omise.read-timeout", "PT20S");
        settings.put("saphan.stores", STORE + "," + STRICT + "," + GUARDED);
        settings.put("saphan.store.shop.test.secret-key", "skey_test_saphandemo0000001");
        settings.put("saphan.store.strict.test.secret-key", "skey_test_saphandemo0000001");
        settings.put("saphan.store.strict.late-payment-policy", "refund");
        settings.put("saphan.store.strict.duplicate-payment-policy", "refund");
        settings.put("saphan.store.strict.webhook-signature-required", "false");
        settings.put("saphan.store.strict.method.atome_qr.limits.MYR", "1-100000000");
        settings.put("saphan.store.strict.method.atome_qr.limits.THB", "2000-15000000");
        settings.put("saphan.store.guarded.test.secret-key", "skey_test_saphandemo0000001");
        settings.put("saphan.store.guarded.refund-approval-above.THB", "100000");
        settings.put("saphan.store.guarded.refund-budget.refunder.THB", "200000");
        settings.put("saphan.store.shop.test.webhook-secret", "c2FwaGFuLWRlbW8td2ViaG9vay1zZWNyZXQtMDAwMDE=");
        settings.put("saphan.store.shop.test.api-key-sha256", Digests.sha256(API_KEY));
        settings.put("saphan.keyset", Keyset.generate());
        settings.put("saphan.database.password", "correct-horse-battery");
        settings.put("saphan.users", "admin");
        settings.put("saphan.user.admin.password", "purple-monkey-dishwasher");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
