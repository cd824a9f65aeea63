/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a shopper or a cashier may tap is large enough, however full the page is at that moment. */
@ParameterizedClass
@EnumSource(Device.class)
class TargetSizeIT {

    @Parameter
    Device device;

    private final RunningDemo demo = RunningDemo.get();
    private final String order = "TAP-" + UUID.randomUUID();
    private Person person;

    @BeforeEach
    void open() {
        person = new Person(device, "th-TH");
    }

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void atTheCounterWithTwoThatWaitAndWithNone() {
        person.page().navigate(demo.stack().paymentsUrl() + "/counter/");
        allAreLargeEnough("sign-in");
        JsonObject payment = demo.start(order + "-1", "alipayplus_upm", "counter");
        demo.start(order + "-2", "atome_qr", "counter");
        person.signsIn("/counter/?q=" + order, "cashier");
        person.test("waiting").nth(1).waitFor();
        allAreLargeEnough("two wait");
        visit("/counter/?q=" + order + "-3");
        allAreLargeEnough("none waits");
        visit("/counter/" + id(payment));
        allAreLargeEnough("to be scanned");
        visit("/counter/" + id(payment) + "?view=cancel");
        allAreLargeEnough("to be cancelled");
        demo.scan(payment, "alipayplus_upm", demo.paymentCode("alipayplus_upm", "insufficient_funds"));
        visit("/counter/" + id(payment));
        allAreLargeEnough("refused");
        visit("/pay/nobody");
        allAreLargeEnough("no such page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atome_qr", "alipay_cn"})
    void onTheHostedPage(String method) {
        String page = demo.start(order, method, "online").get("checkoutUrl").getAsString();
        person.page().route(address -> address.contains("/assets/pages"), route -> {
            if (route.request().url().endsWith(".js")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        for (String view : new String[] {"", "?view=methods", "?view=cancel"}) {
            person.page().navigate(page + view);
            allAreLargeEnough(method + view);
        }
        demo.expire(demo.charge(order));
        person.page().navigate(page.replace("/pay/", "/return/"));
        allAreLargeEnough("expired");
        demo.cancel(demo.payment(order));
        person.page().navigate(page);
        allAreLargeEnough("closed");
    }

    @Test
    void onThePageOfWhatIsPaid() {
        String id = demo.paidAtTheCounter(order);
        person.page().navigate(demo.payment(order).get("checkoutUrl").getAsString());
        person.seesState("paid");
        allAreLargeEnough("paid");
        person.signsIn("/counter/" + id, "cashier");
        person.test("paid").waitFor();
        allAreLargeEnough("paid at the counter");
    }

    private void allAreLargeEnough(String where) {
        assertThat(Targets.tooSmall(person.page())).as(where).isEmpty();
    }

    private void visit(String path) {
        person.page().navigate(demo.stack().paymentsUrl() + path);
    }

    private static String id(JsonObject payment) {
        return payment.get("id").getAsString();
    }
}
