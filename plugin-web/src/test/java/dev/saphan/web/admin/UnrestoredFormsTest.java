/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A form whose state is no state of ours is an old form to whoever sent it. */
class UnrestoredFormsTest {

    private final List<String> handled = new ArrayList<>();

    @Test
    void isAnOldFormWhateverFailedWhileItWasRestored() {
        for (RuntimeException failure :
                List.of(new FacesException("stateless"), new StringIndexOutOfBoundsException("abc"))) {
            assertThatExceptionOfType(ViewExpiredException.class)
                    .isThrownBy(() -> handle(failure, PhaseId.RESTORE_VIEW, true))
                    .withNoCause();
        }
        assertThat(handled).isEmpty();
    }

    @Test
    void isNoneOnceItWasRestoredOrWhereNoFormWasSent() {
        handle(new FacesException("ours"), PhaseId.INVOKE_APPLICATION, true);
        handle(new FacesException("no such page"), PhaseId.RESTORE_VIEW, false);
        handle(Problem.of(ErrorCode.SERVICE_UNAVAILABLE), PhaseId.RESTORE_VIEW, true);

        assertThat(handled).hasSize(3);
    }

    @SuppressWarnings("deprecation") // what is wrapped here is nothing
    private void handle(RuntimeException failure, PhaseId phase, boolean form) {
        FacesContext context = new FacesContextWrapper() {
            @Override
            public FacesContext getWrapped() {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean isPostback() {
                return form;
            }
        };
        ExceptionQueuedEvent event =
                new ExceptionQueuedEvent(new ExceptionQueuedEventContext(context, failure, null, phase));
        ExceptionHandler usual = new ExceptionHandlerWrapper() {
            @Override
            public Iterable<ExceptionQueuedEvent> getUnhandledExceptionQueuedEvents() {
                return List.of(event);
            }

            @Override
            public void handle() {
                handled.add(failure.toString());
            }
        };
        new UnrestoredForms(usual).handle();
    }
}
