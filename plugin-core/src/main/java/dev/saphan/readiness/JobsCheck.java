/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.job.JobPulse;
import dev.saphan.job.JobPulse.Reading;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Work in the background is done in time. */
@Wired
class JobsCheck implements ReadinessCheck {

    private final JobPulse pulse;

    @Inject
    JobsCheck(JobPulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public String code() {
        return "jobs";
    }

    @Override
    public Area area() {
        return Area.INSTALLATION;
    }

    @Override
    public Finding look(Subject subject) {
        try {
            return judge(pulse.read());
        } catch (SQLException e) {
            return Finding.unknown("unread", e.getClass().getSimpleName());
        }
    }

    static Finding judge(Reading reading) {
        if (!reading.takenHere()) {
            return Finding.failed("stopped");
        }
        if (reading.overdue() > 0 && reading.oldestDue().isPresent()) {
            return Finding.failed(
                    "overdue", reading.overdue(), reading.oldestDue().get());
        }
        if (reading.stuck() > 0) {
            return Finding.warning("stuck", reading.stuck());
        }
        if (reading.givenUp() > 0) {
            return Finding.warning("given_up", reading.givenUp());
        }
        return reading.lastDone().map(at -> Finding.passed("alive", at)).orElse(Finding.passed("idle"));
    }
}
