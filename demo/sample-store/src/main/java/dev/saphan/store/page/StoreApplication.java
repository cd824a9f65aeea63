/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All addresses of the store; files under {@code /assets} are served by the container. */
@ApplicationPath("/")
public class StoreApplication extends Application {}
