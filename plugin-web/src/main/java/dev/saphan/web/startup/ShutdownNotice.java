/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

/** Runs something when the process is told to stop, while the server still works: before, or beside, its own stopping. */
final class ShutdownNotice implements AutoCloseable {

    private final Thread hook;

    ShutdownNotice(Runnable atShutdown) {
        hook = new Thread(atShutdown, "saphan-shutdown-notice");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** For a module that goes while its server stays. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is stopping, and the notice is given
        }
    }
}
