/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import dev.saphan.past.PastPayment.Attempt;
import dev.saphan.past.PastPayment.Refund;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How money goes back: all of it, a part, or two parts; and once in a while Omise refuses. */
final class RefundStory {

    private static final LocalTime VOID_CUT_OFF = LocalTime.of(16, 15);
    private static final List<String> THAI =
            List.of("สินค้าชำรุด", "ลูกค้าเปลี่ยนใจ", "ส่งผิดรายการ", "สินค้าหมด", "ได้รับของไม่ครบ");
    private static final List<String> ENGLISH =
            List.of("A cup was broken", "Changed their mind", "Wrong item sent", "Out of stock", "A piece was missing");

    private final Attempt attempt;
    private final long paid;
    private final boolean inThai;
    private final Chance chance;

    RefundStory(Attempt attempt, long paid, boolean inThai, Chance chance) {
        this.attempt = attempt;
        this.paid = paid;
        this.inThai = inThai;
        this.chance = chance;
    }

    List<Refund> begin(Instant asked, Instant present) {
        if (chance.oneIn(40)) {
            return List.of(refund(asked, paid, "FAILED"));
        }
        if (!attempt.method().inParts() || chance.percent(55)) {
            return List.of(refund(asked, paid, "SUCCEEDED"));
        }
        long part = Math.max(100, paid * chance.between(10, 60) / 100 / 100 * 100);
        Refund first = refund(asked, part, "SUCCEEDED");
        Instant again = asked.plus(Duration.ofMinutes(chance.between(20, 4_000)));
        return chance.percent(20) && again.plusSeconds(5).isBefore(present)
                ? List.of(first, refund(again, paid - part, "SUCCEEDED"))
                : List.of(first);
    }

    /** All of a charge that paid for nothing, by somebody in the back office. */
    Refund ofSurplus(Instant asked) {
        return new Refund(
                PastIds.ofOurs("ref", asked, chance),
                Optional.of(PastIds.ofOmises("rfnd", chance)),
                attempt,
                paid,
                "SUCCEEDED",
                false,
                "Pays for nothing",
                "ADMIN",
                "admin",
                asked);
    }

    private Refund refund(Instant asked, long amount, String status) {
        boolean byTheShop = chance.percent(35);
        return new Refund(
                PastIds.ofOurs("ref", asked, chance),
                status.equals("FAILED") ? Optional.empty() : Optional.of(PastIds.ofOmises("rfnd", chance)),
                attempt,
                amount,
                status,
                status.equals("SUCCEEDED") && amount == paid && asked.isBefore(voidUntil()),
                chance.of(inThai ? THAI : ENGLISH),
                byTheShop ? "API" : "ADMIN",
                byTheShop ? "storefront" : "admin",
                asked);
    }

    private Instant voidUntil() {
        if (!Set.of(PastMethod.ALIPAY_CN, PastMethod.ALIPAYPLUS_UPM).contains(attempt.method())) {
            return Instant.EPOCH;
        }
        OffsetDateTime charged = attempt.created().atOffset(ZoneOffset.UTC);
        OffsetDateTime cutOff = charged.with(VOID_CUT_OFF);
        return (cutOff.isAfter(charged) ? cutOff : cutOff.plusDays(1)).toInstant();
    }
}
