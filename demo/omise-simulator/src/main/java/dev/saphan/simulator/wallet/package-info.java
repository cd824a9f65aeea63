/** What the shopper sees: a wallet that approves, declines and shows payment codes. */
@NullMarked
package dev.saphan.simulator.wallet;

import org.jspecify.annotations.NullMarked;
