/** HTML pages: templates, styles and security headers. */
@NullMarked
package dev.saphan.simulator.page;

import org.jspecify.annotations.NullMarked;
