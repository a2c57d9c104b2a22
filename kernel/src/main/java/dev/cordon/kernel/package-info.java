/** What everything else is built on: digests, trees, notes. The JDK alone. */
@NullMarked
package dev.cordon.kernel;

import org.jspecify.annotations.NullMarked;
