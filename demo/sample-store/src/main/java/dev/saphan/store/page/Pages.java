/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

import dev.saphan.store.region.Region;
import dev.saphan.store.visitor.Cookies;
import dev.saphan.store.visitor.Language;
import dev.saphan.store.visitor.Visitor;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Draws a page from its template. Everything a template prints is escaped unless the template says otherwise. */
@Singleton
public class Pages {

    private final PebbleEngine templates;
    private final CartBadge cart;

    @Inject
    public Pages(CartBadge cart) {
        this.cart = cart;
        ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
        loader.setPrefix("templates/");
        loader.setSuffix(".peb");
        templates = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new StoreWords())
                .strictVariables(true)
                .build();
    }

    public Response show(Visitor visitor, String template, Map<String, ?> model) {
        return show(Response.Status.OK, visitor, template, model);
    }

    public Response show(Response.Status status, Visitor visitor, String template, Map<String, ?> model) {
        Response.ResponseBuilder answer = Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Content-Language", visitor.language().tag())
                .entity(draw(visitor, template, model));
        if (visitor.notice().isPresent()) {
            answer.cookie(Cookies.noticeShown());
        }
        return answer.build();
    }

    String draw(Visitor visitor, String template, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("language", visitor.language());
        all.put("languages", Language.values());
        all.put("region", visitor.region());
        all.put("regions", Region.values());
        all.put("lastOrder", visitor.lastOrder().orElse(""));
        all.put("inCart", visitor.cartId().map(cart::pieces).orElse(0));
        all.put(
                "notice",
                visitor.notice().filter(key -> Texts.has("notice_" + key)).orElse(""));
        StringWriter page = new StringWriter();
        try {
            templates
                    .getTemplate(template)
                    .evaluate(page, all, visitor.language().locale());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }
}
