/** QR codes and barcodes as images. */
@NullMarked
package dev.saphan.simulator.picture;

import org.jspecify.annotations.NullMarked;
