/** What a merchant sees at Omise: charges, actions, events and deliveries. */
@NullMarked
package dev.saphan.simulator.dashboard;

import org.jspecify.annotations.NullMarked;
