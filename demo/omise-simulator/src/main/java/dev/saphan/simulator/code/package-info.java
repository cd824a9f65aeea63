/** Payment codes that a shopper shows and a cashier scans. */
@NullMarked
package dev.saphan.simulator.code;

import org.jspecify.annotations.NullMarked;
