/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.payment.PaymentId;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.payment.PaymentDetail;
import dev.saphan.web.admin.payment.PaymentDetailPage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The story on a payment's page: whole, or of one side, as its address says. */
@Named("story")
@RequestScoped
public class StoryPanel {

    @Inject
    HttpServletRequest request;

    @Inject
    PaymentDetailPage page;

    @Inject
    StoryReader reader;

    @Inject
    Wording wording;

    private List<StoryLine> all = List.of();
    private String note = "";

    @PostConstruct
    void read() {
        PaymentDetail payment = page.getPayment();
        if (payment == null) {
            return;
        }
        PaymentId id = new PaymentId(payment.id());
        all = reader.of(id);
        if (isAsked()) {
            DeliveryLines.Told told = reader.deliveries(id);
            all = StoryReader.inOrder(Stream.concat(all.stream(), told.lines().stream()));
            note = told.answered() ? wording.of("delivery.count", told.lines().size()) : wording.of("delivery.away");
        }
    }

    /** A choice of whose part is shown. */
    public record Choice(String code, String text, int count, String address, boolean here) {}

    public List<StoryLine> getLines() {
        return side().map(side -> all.stream()
                        .filter(line -> line.side().code().equals(side.code()))
                        .toList())
                .orElse(all);
    }

    public List<Choice> getChoices() {
        Stream<Choice> sides = Arrays.stream(Side.values())
                .map(side -> new Choice(
                        side.code(),
                        wording.of("side.of." + side.code()),
                        (int) all.stream()
                                .filter(line -> line.side().code().equals(side.code()))
                                .count(),
                        address(side.code(), isAsked()),
                        side().equals(Optional.of(side))));
        return Stream.concat(
                        Stream.of(new Choice(
                                "all",
                                wording.of("side.of.all"),
                                all.size(),
                                address("", isAsked()),
                                side().isEmpty())),
                        sides)
                .toList();
    }

    /** Whether Omise is asked for its deliveries. */
    public boolean isAsked() {
        return "now".equals(request.getParameter("deliveries"));
    }

    public String getAskAddress() {
        return address(side().map(Side::code).orElse(""), true);
    }

    /** What came of asking; empty if it was not asked. */
    public String getNote() {
        return note;
    }

    public String getNoteTone() {
        return note.equals(wording.of("delivery.away")) ? "warn" : "good";
    }

    private Optional<Side> side() {
        return Side.of(request.getParameter("side"));
    }

    private String address(String side, boolean ask) {
        PaymentDetail payment = page.getPayment();
        return PageAddress.of("payment.xhtml")
                        .with("id", payment == null ? "" : payment.id())
                        .with("side", side)
                        .with("deliveries", ask ? "now" : "")
                + "#story-title";
    }
}
