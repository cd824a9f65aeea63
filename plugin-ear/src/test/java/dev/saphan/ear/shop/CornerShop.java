/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear.shop;

import dev.saphan.ear.adapter.Kiosk;
import dev.saphan.settings.StoreId;
import dev.saphan.storefront.OrderAnswer;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.storefront.OrderPort;
import dev.saphan.storefront.Storefronts;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A storefront with a war of its own beside the plugin's. It shows what it was told, and what else runs here. */
@WebServlet(urlPatterns = "/told", loadOnStartup = 1)
public class CornerShop extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient List<OrderMessage> told = new CopyOnWriteArrayList<>();

    @Resource
    transient ContextService context;

    private transient Storefronts.Registration registration = () -> {};

    @Override
    public void init() {
        registration = Storefronts.ofThisApplication()
                .register(new StoreId("shop"), context.createContextualProxy(this::deliver, OrderPort.class));
    }

    @Override
    public void destroy() {
        registration.close();
    }

    /** Wants to run in the context of its own module, on whatever thread. */
    private OrderAnswer deliver(OrderMessage message) {
        if (Thread.currentThread().getContextClassLoader() != getClass().getClassLoader()) {
            return new OrderAnswer.Unusable("called in the context of another module");
        }
        told.add(message);
        return new OrderAnswer.Applied(false);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("shop", messages(told))
                        .add("kiosk", messages(Kiosk.told()))
                        .add("threads", threads())
                        .build());
    }

    /** Goes away and comes back. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        destroy();
        init();
    }

    private static JsonArrayBuilder messages(List<OrderMessage> messages) {
        JsonArrayBuilder shown = Json.createArrayBuilder();
        messages.forEach(message -> shown.add(shown(message)));
        return shown;
    }

    private static JsonObjectBuilder shown(OrderMessage message) {
        try (JsonReader data = Json.createReader(new StringReader(message.data()))) {
            return Json.createObjectBuilder()
                    .add("type", message.type())
                    .add("order", data.readObject().getString("orderReference", ""));
        }
    }

    private static JsonArrayBuilder threads() {
        return Json.createArrayBuilder(Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .sorted()
                .toList());
    }
}
