/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache's client with everything off that it might do by itself, connecting to guarded addresses. */
final class GuardedClient {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    /** The longest silence; the whole call has a shorter limit as a rule. */
    private static final Timeout SILENCE = Timeout.ofSeconds(30);

    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 16 * 1024;

    private final CloseableHttpClient client;

    GuardedClient(GuardedNames names) {
        try {
            this.client = client(names, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has a default for TLS", e);
        }
    }

    private static CloseableHttpClient client(GuardedNames names, SSLContext tls) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(SILENCE)
                                .setTimeToLive(TimeValue.ofMinutes(1))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .setMaxLineLength(LONGEST_LINE)
                                        .build())
                                .build())
                        .setMaxConnPerRoute(20)
                        .setMaxConnTotal(100)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(SILENCE)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Saphan")
                .build();
    }

    OutgoingAnswer send(HttpUriRequestBase request, OutgoingCall call) throws IOException {
        call.headers().forEach(request::setHeader);
        call.body()
                .ifPresent(text -> request.setEntity(new StringEntity(
                        text,
                        ContentType.parse(call.headers().getOrDefault("Content-Type", "text/plain"))
                                .withCharset(StandardCharsets.UTF_8))));
        return client.execute(request, response -> {
            try {
                return answer(response, call.mostBytes());
            } catch (AnswerTooLong e) {
                request.abort(); // or the rest of it, which may have no end, would be read before the connection is
                // closed
                throw e;
            }
        });
    }

    private static OutgoingAnswer answer(ClassicHttpResponse response, int mostBytes) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = body(response.getEntity(), mostBytes + 1);
        if (body.length > mostBytes) {
            throw new AnswerTooLong(response.getCode(), mostBytes);
        }
        return new OutgoingAnswer(response.getCode(), headers, body);
    }

    private static byte[] body(@Nullable HttpEntity entity, int atMost) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream stream = entity.getContent();
        return stream.readNBytes(atMost);
    }

    void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
