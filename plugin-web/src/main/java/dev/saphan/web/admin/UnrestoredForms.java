/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;

/**
 * A form whose page cannot be restored, because its state is none that a page of ours carries, is one that the session does
 * not know. Faces tells so by an exception of its own for a state that may have been one, and fails somehow at any other.
 */
public final class UnrestoredForms extends ExceptionHandlerWrapper {

    UnrestoredForms(ExceptionHandler wrapped) {
        super(wrapped);
    }

    /** Puts it before the handler that Faces has. */
    public static final class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new UnrestoredForms(getWrapped().getExceptionHandler());
        }
    }

    /** @throws ViewExpiredException for such a form */
    @Override
    public void handle() {
        for (ExceptionQueuedEvent event : getUnhandledExceptionQueuedEvents()) {
            ExceptionQueuedEventContext failed = event.getContext();
            if (isOfRestoring(failed) && !FailedPages.isRefusal(failed.getException())) {
                // without its cause: Mojarra's servlet throws that instead, where there is one
                throw new ViewExpiredException("A form could not be restored", "");
            }
        }
        getWrapped().handle();
    }

    private static boolean isOfRestoring(ExceptionQueuedEventContext failed) {
        return failed.getPhaseId() == PhaseId.RESTORE_VIEW
                && failed.getContext().isPostback();
    }
}
