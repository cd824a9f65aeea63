@NullMarked
package dev.saphan.gateway;

import org.jspecify.annotations.NullMarked;
