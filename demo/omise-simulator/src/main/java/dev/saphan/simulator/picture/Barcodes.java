/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws codes that a real scanner reads. */
public final class Barcodes {

    static {
        System.setProperty("java.awt.headless", "true");
    }

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private Barcodes() {}

    /** A QR code as {@code png} or {@code jpg}. */
    public static byte[] qr(String content, String imageType) {
        Map<EncodeHintType, ?> hints =
                Map.of(EncodeHintType.MARGIN, 2, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        return draw(content, BarcodeFormat.QR_CODE, 480, 480, hints, imageType);
    }

    public static byte[] bars(String digits) {
        return draw(digits, BarcodeFormat.CODE_128, 640, 160, Map.of(EncodeHintType.MARGIN, 10), "png");
    }

    private static byte[] draw(
            String content,
            BarcodeFormat format,
            int width,
            int height,
            Map<EncodeHintType, ?> hints,
            String imageType) {
        try {
            BitMatrix matrix = new MultiFormatWriter().encode(content, format, width, height, hints);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image(matrix), imageType, out);
            return out.toByteArray();
        } catch (WriterException e) {
            throw new IllegalStateException("cannot draw " + format, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage image(BitMatrix matrix) {
        BufferedImage image = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < matrix.getWidth(); x++) {
            for (int y = 0; y < matrix.getHeight(); y++) {
                image.setRGB(x, y, matrix.get(x, y) ? BLACK : WHITE);
            }
        }
        return image;
    }
}
