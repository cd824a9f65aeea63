/** What the simulator needs of HTTP: routes, parameters, answers and error objects. */
@NullMarked
package dev.saphan.simulator.http;

import org.jspecify.annotations.NullMarked;
