/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.audit;

import dev.saphan.audit.AuditEntry;
import dev.saphan.audit.AuditFilter;
import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.CheckAuditTrail;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What people did, newest first. All that the page shows is in its address. */
@Named("auditPage")
@RequestScoped
public class AuditPage {

    private static final int SIZE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    NextPage nextPage;

    @Inject
    AuditTrail trail;

    @Inject
    CheckAuditTrail checkAuditTrail;

    @Inject
    AuditQuery query;

    @Inject
    Stores stores;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private List<AuditLine> lines = List.of();
    private boolean more;

    @PostConstruct
    void read() {
        AuditFilter filter = query.filter();
        List<AuditEntry> found = transactions.call(() -> trail.before(query.before(), filter, SIZE + 1));
        more = found.size() > SIZE;
        lines = found.stream().limit(SIZE).map(this::line).toList();
    }

    private AuditLine line(AuditEntry entry) {
        return new AuditLine(
                entry.number(),
                Moment.precise(entry.at(), query.zone()),
                wording.ofOr("actor." + entry.actor(), entry.actor()),
                entry.address(),
                entry.act(),
                wording.ofOr("act." + entry.act(), entry.act()),
                entry.store().flatMap(stores::find).map(Store::name).orElse(""),
                entry.subject(),
                entry.subject().startsWith("pay_")
                        ? PageAddress.of("payment.xhtml")
                                .with("id", entry.subject())
                                .toString()
                        : "",
                entry.detail());
    }

    public List<AuditLine> getLines() {
        return lines;
    }

    public AuditQuery getQuery() {
        return query;
    }

    public ZoneId getZone() {
        return query.zone();
    }

    /** The same part of the trail as a file. */
    public String getExport() {
        return query.address().toString().replaceFirst("^audit[.]xhtml", "export/audit.csv");
    }

    /** Empty where there is nothing older. */
    public String getOlder() {
        return more
                ? query.address()
                        .with(
                                "before",
                                String.valueOf(lines.get(lines.size() - 1).number()))
                        .toString()
                : "";
    }

    /** Empty on the first page. */
    public String getNewest() {
        return query.before() == Long.MAX_VALUE ? "" : query.address().toString();
    }

    /** Reads the whole trail. */
    public void check() {
        person.requireAdmin();
        CheckAuditTrail.Finding finding = checkAuditTrail.check();
        person.acts("audit.check", null, "", finding.entries() + " entries intact");
        nextPage.show(PageAddress.of("audit.xhtml")
                .with("done", finding.brokenAt().isPresent() ? "broken" : "intact")
                .with("number", String.valueOf(finding.brokenAt().orElse(finding.entries()))));
    }

    public boolean isChecked() {
        return !parameter("done").isEmpty();
    }

    public boolean isBroken() {
        return parameter("done").equals("broken");
    }

    public String getFinding() {
        String number = parameter("number");
        boolean known = number.chars().allMatch(Character::isDigit) && number.length() < 19;
        return known && isChecked() ? wording.of(isBroken() ? "audit.broken" : "audit.intact", number) : "";
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
