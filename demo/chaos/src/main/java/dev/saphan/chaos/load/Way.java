/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

/** A way to pay, as the store's checkout offers it. */
enum Way {
    ALIPAY_CN("online:alipay_cn", Flow.REDIRECT),
    ATOME_QR("online:atome_qr", Flow.QR),
    ATOME_QR_AT_TILL("counter:atome_qr", Flow.QR),
    INSTALLMENT_PAYNEXT_EXTRA_QR("online:installment_paynext_extra_qr", Flow.QR),
    ALIPAYPLUS_UPM("counter:alipayplus_upm", Flow.SCAN),
    BARCODE_WECHAT("counter:barcode_wechat", Flow.SCAN);

    enum Flow {
        REDIRECT,
        QR,
        SCAN
    }

    private final String choice;
    private final Flow flow;

    Way(String choice, Flow flow) {
        this.choice = choice;
        this.flow = flow;
    }

    /** The value in the store's form. */
    String choice() {
        return choice;
    }

    Flow flow() {
        return flow;
    }

    String method() {
        return choice.substring(choice.indexOf(':') + 1);
    }
}
