/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that checks run on: few, the container's, and gone when nobody looks. */
@ApplicationScoped
public class CheckThreads {

    private static final int MOST = 24;
    private static final long IDLE_SECONDS = 30;

    @Resource
    ManagedThreadFactory factory;

    private ThreadPoolExecutor threads;

    @PostConstruct
    void open() {
        threads = new ThreadPoolExecutor(
                MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    ExecutorService get() {
        return threads;
    }
}
