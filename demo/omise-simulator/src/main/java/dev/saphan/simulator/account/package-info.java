/** Merchant accounts: keys, capability, webhook secrets. */
@NullMarked
package dev.saphan.simulator.account;

import org.jspecify.annotations.NullMarked;
