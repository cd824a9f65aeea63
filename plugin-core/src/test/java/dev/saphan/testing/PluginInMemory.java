/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.history.HistoryEntry;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.Limits;
import dev.saphan.settings.LimitsReader;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.storefront.OwnStorefronts;
import dev.saphan.storefront.SignedMessages;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The plugin without a database, a container or a thread: its use cases are made by their constructors for injection,
 * rows, jobs and Omise are in memory, and the clock stands still. Omise refuses to be asked inside a transaction. There
 * are no queries: what needs one is given as a stand-in.
 */
public final class PluginInMemory implements SomePlugin {

    private static final Config CONFIG = new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(
                    Map.of("saphan.public-url", "https://pay.example/payments"), "test", 100))
            .build();
    private static final Deployment DEPLOYMENT = DeploymentReader.read(CONFIG);
    private static final Limits LIMITS = LimitsReader.read(CONFIG);
    private static final Seal SEAL = Keyset.parse(Keyset.generate());

    private final RowsInMemory rows = new RowsInMemory();
    private final JobsInMemory jobs = new JobsInMemory();
    private final TransactionsInMemory transactions = new TransactionsInMemory(rows);
    private final StoppedClock clock;
    private final InMemoryOmise omise;
    private final Store store;
    private final List<Object> beans = new ArrayList<>();
    private final List<Class<?>> observers = new ArrayList<>();
    private final List<Object> fired = new ArrayList<>();
    private Steps meanwhile = Steps.NONE;

    @SuppressWarnings("NullAway")
    public PluginInMemory(Store store, Instant now, List<PaymentMethod> methods) {
        this.store = store;
        clock = new StoppedClock(now);
        omise = new InMemoryOmise(clock, this::beforeOmise);
        beans.addAll(List.of(
                clock,
                rows.entities(),
                jobs,
                transactions,
                omise,
                new OneStore(store),
                SEAL,
                DEPLOYMENT,
                LIMITS,
                new Methods(methods),
                new HistoryInMemory(rows, clock),
                OwnStorefronts.make(),
                new SignedMessages(null, clock)));
    }

    /** Takes the place of whatever else there is of its kind. */
    public PluginInMemory with(Object standIn) {
        beans.add(0, standIn);
        return this;
    }

    /** From now on these hear of what happens, as the container lets them. */
    public PluginInMemory listening(Class<?>... types) {
        observers.addAll(List.of(types));
        return this;
    }

    /** Before and after each question to Omise, as {@link InMemoryOmise} names them. */
    public void meanwhile(Steps steps) {
        meanwhile = steps;
    }

    @Override
    public <T> T get(Class<T> type) {
        for (Object bean : beans) {
            if (type.isInstance(bean)) {
                return type.cast(bean);
            }
        }
        T made = type.cast(make(type));
        beans.add(made);
        return made;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Mode mode() {
        return Mode.TEST;
    }

    public RowsInMemory rows() {
        return rows;
    }

    public JobsInMemory jobs() {
        return jobs;
    }

    public InMemoryOmise omise() {
        return omise;
    }

    public Instant now() {
        return clock.instant();
    }

    public void forward(Duration duration) {
        clock.forward(duration);
    }

    /** Events of that kind, the oldest first. */
    public <T> List<T> fired(Class<T> kind) {
        return fired.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Types of the messages to the storefront, the oldest first. */
    public List<String> messages() {
        return rows.all(OrderCommand.class).stream().map(OrderCommand::type).toList();
    }

    /** Who did what, the oldest first, such as {@code omise attempt.pending: qr_wallet chrg_1}. */
    public List<String> story() {
        return rows.all(HistoryEntry.class).stream()
                .map(entry ->
                        entry.actor() + " " + entry.kind() + (entry.detail() == null ? "" : ": " + entry.detail()))
                .toList();
    }

    private void beforeOmise(String what) {
        if (transactions.isActive()) {
            throw new IllegalStateException("Omise is asked inside a transaction");
        }
        meanwhile.before(what);
    }

    private Object make(Class<?> type) {
        Constructor<?> constructor = Stream.of(type.getDeclaredConstructors())
                .filter(one -> one.isAnnotationPresent(Inject.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody makes a " + type.getName()));
        Object[] arguments = Stream.of(constructor.getGenericParameterTypes())
                .map(this::argument)
                .toArray();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object argument(Type wanted) {
        if (wanted instanceof ParameterizedType generic) {
            return generic.getRawType() == Event.class
                    ? Events.to(this::fire)
                    : absent((Class<?>) generic.getRawType());
        }
        return get((Class<?>) wanted);
    }

    private static Object absent(Class<?> type) {
        return Proxy.newProxyInstance(
                PluginInMemory.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("There is no " + type.getName() + " here");
                });
    }

    private void fire(Object event) {
        fired.add(event);
        for (Class<?> type : observers) {
            for (Method method : type.getDeclaredMethods()) {
                if (hears(method, event)) {
                    call(get(type), method, event);
                }
            }
        }
    }

    private static boolean hears(Method method, Object event) {
        return method.getParameterCount() == 1
                && method.getParameters()[0].isAnnotationPresent(Observes.class)
                && method.getParameterTypes()[0].isInstance(event);
    }

    private static void call(Object observer, Method method, Object event) {
        try {
            method.setAccessible(true);
            method.invoke(observer, event);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
