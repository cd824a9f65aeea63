/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.outgoing.AddressRefused;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.storefront.SignedMessages;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;

/** Sends a note as a signed message. Any answer of 2xx is a receipt. */
@Wired
class AlertSignal {

    private final SignedMessages messages;

    @Inject
    AlertSignal(SignedMessages messages) {
        this.messages = messages;
    }

    /** @throws AlertNotSent if there was no receipt */
    void send(AlertNote note, OrderPortAddress address) {
        try {
            int status =
                    messages.send(address, note.id(), AlertWords.message(note)).status();
            if (status / 100 != 2) {
                throw new AlertNotSent("The receiver answered with status " + status, null);
            }
        } catch (AddressRefused e) {
            throw new AlertNotSent("The address is not one that may be called", e);
        } catch (IOException e) {
            throw new AlertNotSent("The receiver did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AlertNotSent("Interrupted", e);
        }
    }
}
