/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.settings.Deployment;
import dev.saphan.settings.MailServer;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends a note by mail, to all addresses at once. Its id makes its Message-ID, so that a second copy is known as one. */
@Wired
class AlertMail {

    private static final String PATIENCE_MILLIS = "10000";

    private final Deployment deployment;

    @Inject
    AlertMail(Deployment deployment) {
        this.deployment = deployment;
    }

    /** @throws AlertNotSent if the server did not take it */
    void send(AlertNote note, List<String> addresses) {
        MailServer server = deployment
                .mail()
                .orElseThrow(() -> new AlertNotSent("No mail server is configured: saphan.mail.host", null));
        try {
            Transport.send(message(session(server), server, note, addresses));
        } catch (MessagingException e) {
            // what the server says may hold addresses
            throw new AlertNotSent(
                    "The mail server did not take it: " + e.getClass().getSimpleName(), null);
        }
    }

    private static Session session(MailServer server) {
        Properties settings = new Properties();
        String protocol = server.encryption() == MailServer.Encryption.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        settings.put("mail.transport.protocol", protocol);
        settings.put("mail.transport.protocol.rfc822", protocol);
        settings.put(prefix + "host", server.host());
        settings.put(prefix + "port", String.valueOf(server.port()));
        boolean starts = server.encryption() == MailServer.Encryption.STARTTLS;
        settings.put(prefix + "starttls.enable", String.valueOf(starts));
        settings.put(prefix + "starttls.required", String.valueOf(starts));
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "auth", String.valueOf(server.user().isPresent()));
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            settings.put(prefix + wait, PATIENCE_MILLIS);
        }
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return server.user()
                        .map(user -> new PasswordAuthentication(
                                user,
                                server.password().map(secret -> secret.reveal()).orElse("")))
                        .orElse(null);
            }
        });
    }

    private static MimeMessage message(Session session, MailServer server, AlertNote note, List<String> addresses)
            throws MessagingException {
        String domain = server.from().substring(server.from().indexOf('@') + 1);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + note.id() + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(server.from()));
        for (String address : addresses) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        message.setSubject(AlertWords.subject(note), StandardCharsets.UTF_8.name());
        message.setText(AlertWords.mail(note), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(note.raisedAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
