/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.json.Wire;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Whether less is left of a payment than the refund page showed; asked while somebody thinks about a refund. */
@WebServlet(urlPatterns = "/admin/refund-watch", asyncSupported = true)
public class RefundWatch extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RefundOffers offers;

    @Inject
    transient Meanwhile meanwhile;

    @Inject
    transient Person person;

    @Inject
    transient Wording wording;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<RefundOffer> offer = Optional.ofNullable(request.getParameter("id"))
                .map(PaymentId::new)
                .flatMap(offers::of)
                .filter(found -> person.may(Role.REFUNDER, found.store()));
        String seen = Optional.ofNullable(request.getParameter("seen")).orElse("");
        if (offer.isEmpty() || !seen.matches("\\d{1,18}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Wire.write(Map.of("text", text(offer.get(), Long.parseLong(seen)))));
    }

    private String text(RefundOffer offer, long seen) {
        Money left = offer.remaining();
        if (left.minorUnits() >= seen) {
            return "";
        }
        String who = meanwhile.since(new PaymentId(offer.paymentId()), new Money(seen, left.currency()), left);
        return (who + " " + wording.of("refund.meanwhile.now", left)).strip();
    }
}
