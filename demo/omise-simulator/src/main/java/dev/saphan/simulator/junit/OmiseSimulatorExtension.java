/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.junit;

import dev.saphan.simulator.OmiseSimulator;
import dev.saphan.simulator.OmiseSimulatorBuilder;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulator for a test class: {@code @RegisterExtension static} starts it once for the class, a field that is not
 * static for each test. After each test of the class waiting faults are cleared; the books go on.
 *
 * <p>Nested classes share the simulator of their outer class. It starts on first use, so that other extensions may use it whatever their order.
 */
public final class OmiseSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final Consumer<OmiseSimulatorBuilder> settings;
    private @Nullable OmiseSimulator simulator;
    private int classes;

    public OmiseSimulatorExtension() {
        this(builder -> {});
    }

    public OmiseSimulatorExtension(Consumer<OmiseSimulatorBuilder> settings) {
        this.settings = settings;
    }

    public synchronized OmiseSimulator simulator() {
        OmiseSimulator present = simulator;
        if (present == null) {
            OmiseSimulatorBuilder builder = OmiseSimulator.builder();
            settings.accept(builder);
            present = builder.start();
            simulator = present;
        }
        return present;
    }

    /** Base of the API, without a slash at the end. */
    public URI url() {
        return simulator().url();
    }

    public String publicKey() {
        return simulator().publicKey();
    }

    public String secretKey() {
        return simulator().secretKey();
    }

    /** Base64 text. */
    public String webhookSecret() {
        return simulator().webhookSecret();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        classes++;
        simulator();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator().faults().clear();
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            stop();
        }
    }

    private synchronized void stop() {
        OmiseSimulator present = simulator;
        if (present != null) {
            present.close();
            simulator = null;
        }
    }
}
