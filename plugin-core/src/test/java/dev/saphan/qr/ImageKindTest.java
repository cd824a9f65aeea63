/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageKindTest {

    @Test
    void knowsPngAndJpegByTheirFirstBytes() {
        assertThat(ImageKind.of(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0)))
                .contains(ImageKind.PNG);
        assertThat(ImageKind.of(bytes(0xff, 0xd8, 0xff, 0xe0))).contains(ImageKind.JPEG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "\ufeff \n<svg/>",
                "<?xml version='1.0'?>\n<!-- made by nobody -->\n<svg/>"
            })
    void knowsSvgByItsRootElement(String text) {
        assertThat(ImageKind.of(text.getBytes(StandardCharsets.UTF_8))).contains(ImageKind.SVG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<html><svg/></html>", "<?xml version='1.0'?><html/>", "GIF89a", "PNG"})
    void takesNothingElse(String text) {
        assertThat(ImageKind.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
