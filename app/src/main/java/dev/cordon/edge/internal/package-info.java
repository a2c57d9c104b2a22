/** Filters and wiring of the outer wall; used by nobody. */
@NullMarked
package dev.cordon.edge.internal;

import org.jspecify.annotations.NullMarked;
